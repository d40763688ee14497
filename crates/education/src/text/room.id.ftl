room-title = Ruang rapat
room-choice = Ruang rapat
room-own-link = Tautan sendiri
room-choice-unknown = Server rapat ini tidak tersedia untuk instansi Anda. Pilih yang lain.
field-meeting_server = Ruang rapat
change-room-opened = Ruang rapat dibuka
change-room-ended = Ruang rapat diakhiri

room-none = Kegiatan ini tidak memakai ruang rapat Guyub. Pilih ruang rapat di halaman ubah kegiatan.
room-not-published = Terbitkan kegiatan ini dahulu, baru ruangnya dapat dibuka.
room-too-early = Ruang dapat dibuka paling cepat 2 jam sebelum mulai.
room-over = Kegiatan sudah selesai, jadi ruangnya tidak dibuka lagi.
room-ended = Penyelenggara sudah mengakhiri rapat ini.
room-not-open = Ruang ini sedang tidak terbuka.

room-open = Buka ruang
room-opened = Ruang rapat terbuka. Peserta masuk lewat tautan pribadinya.
room-enter = Masuk ke ruang
room-end = Akhiri ruang
room-end-lead = Semua yang di dalam dikeluarkan, lalu kehadirannya dihitung.
room-ended-now = Ruang rapat diakhiri. Kehadiran sedang dihitung.
room-opens-itself = Tanpa Anda tekan, ruang terbuka sendiri { $when }.
room-do = Tindakan

room-is-open = Terbuka
room-is-closed = Belum dibuka
room-is-ended = Sudah berakhir
room-is-silent = Server bermasalah
room-server = Server
room-inside = Di dalam sekarang
room-happened = Yang terjadi
room-was-opened = Ruang dibuka
room-will-open = Ruang terbuka sendiri
room-was-looked = Terakhir melihat siapa yang di dalam
room-was-ended = Ruang berakhir
room-was-told = Server melaporkan { $n } orang yang hadir
room-attendance = Kehadiran
room-attendance-tells = Waktu masuk dan keluar setiap peserta datang sendiri dari server dan dihitung setelah rapat berakhir.
room-attendance-silent = Jitsi tidak melaporkan siapa yang hadir. Pakai kode presensi di layar, atau unggah laporan rapat.
attendance-from-room = Dilihat atau dilaporkan oleh server ruang rapat
room-recording = Tonton rekaman

room-trouble-silent = Server rapat tidak menjawab. Coba lagi sebentar, atau hubungi pengelola servernya.
room-trouble-secret = Server rapat menolak kunci Guyub. Minta administrator memeriksa pengaturan server.
room-trouble-unlisted = Server rapat ini tidak ada lagi dalam daftar. Pilih yang lain.
room-trouble-answer = Server rapat menjawab dengan cara yang tidak dipahami. Minta administrator memeriksanya.
room-silent-since = Sejak { $when }. Guyub mencoba lagi sendiri.
room-other-server = Server lain yang dapat dipilih: { $names }.
room-other-link = Tautan rapat sendiri juga dapat dipakai.
room-change-server = Ganti di halaman ubah kegiatan

room-waiting-title = Rapat belum dibuka
room-waiting-opens = Ruang terbuka { $when }.
room-waiting-lead = Halaman ini memuat ulang sendiri. Biarkan terbuka; Anda masuk begitu ruangnya dibuka.
room-waiting-look = Lihat lagi sekarang
room-silent-title = Rapat belum dapat dimasuki
room-silent-lead = Server rapat belum menjawab.
room-silent-next = Halaman ini mencoba lagi sendiri. Penyelenggara sudah melihat masalah ini di halamannya.
