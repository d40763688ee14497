# Mengapa laporan kehadiran tidak diterima. Waktu sudah ditulis lengkap dengan zonanya oleh halaman.
report-refused-empty = Berkas ini kosong. Unduh lagi laporan kehadirannya, lalu unggah kembali.
report-refused-too-large = Berkas ini { $megabytes } MB, sedangkan batasnya { $limit } MB. Laporan kehadiran biasanya jauh lebih kecil; periksa apakah Anda memilih berkas yang benar.
report-refused-too-many-rows = Berkas ini lebih dari { $limit } baris. Periksa apakah Anda memilih berkas yang benar.
report-refused-spreadsheet = Berkas ini lembar kerja Excel. Buka, pilih Simpan sebagai, pilih CSV, lalu unggah berkas CSV itu; atau unggah langsung berkas yang diunduh dari layanan rapat.
report-refused-pdf = Berkas ini PDF. Unggah laporan kehadiran berbentuk CSV dari layanan rapat.
report-refused-archive = Berkas ini arsip terkompresi. Buka dahulu, lalu unggah berkas CSV di dalamnya.
report-refused-binary = Berkas ini bukan teks. Unggah laporan kehadiran berbentuk CSV dari layanan rapat.
report-refused-encoding = Huruf dalam berkas ini tidak dapat dibaca. Unggah berkas asli dari layanan rapat, atau simpan lagi sebagai CSV UTF-8.
report-refused-columns = Ini bukan laporan kehadiran yang kami kenal. Kolom yang tidak ada: { $columns }.
report-refused-no-participants = Laporan ini tidak memuat seorang pun dengan waktu hadir.
report-refused-ambiguous-date = Tanggal { $example } dapat berarti { $day-first } atau { $month-first }. Pilih mana yang benar.
report-refused-mixed-dates = Urutan tanggal dalam berkas ini bercampur: baris { $day-first-line } menulis hari dahulu, baris { $month-first-line } menulis bulan dahulu. Ini terjadi bila berkas disimpan ulang oleh Excel. Unggah berkas asli dari layanan rapat.
report-refused-another-meeting = Laporan ini dari rapat lain: { $report-from } sampai { $report-until }, sedangkan kegiatan ini { $session-from } sampai { $session-until }.
report-refused-another-zone = Waktu dalam laporan ini ({ $report-from } sampai { $report-until } bila dibaca sebagai { $given }) tidak cocok dengan kegiatan ({ $session-from } sampai { $session-until }), tetapi cocok bila dibaca sebagai { $suggested }. Pilih { $suggested }, atau pastikan bahwa { $given } memang benar.

report-skipped-did-not-attend = Terdaftar di layanan rapat, tetapi tidak hadir
report-skipped-no-name = Tanpa nama
report-skipped-no-times = Tanpa waktu masuk atau keluar
report-skipped-unreadable-time = Waktunya tidak dapat dibaca
report-skipped-left-before-joining = Waktu keluar lebih awal daripada waktu masuk
report-skipped-left-without-joining = Waktu keluar tanpa waktu masuk

report-warning-weak-rows = { $count } baris hanya menyebut jumlah menit, bukan kapan. Bukti seperti ini lemah: tidak dapat digabung dengan yang lain dan perlu Anda putuskan.
report-warning-dates-taken = Laporan ini hanya menulis jam; tanggalnya diambil dari kegiatan. Pastikan laporan ini memang dari kegiatan ini.
report-warning-stayed = { $count } orang tidak punya waktu keluar; mereka dihitung sampai waktu terakhir dalam berkas.
report-warning-meeting-part = Bagian atas laporan menyebut waktu rapat yang berbeda dari waktu pesertanya. Waktu peserta yang dipakai.
report-warning-lost-letters = { $count } huruf sudah rusak sebelum berkas diunggah; beberapa nama mungkin tidak terbaca.

report-reason-conflict-link = Tautan pribadinya sama, tetapi petunjuk lain menunjuk orang lain
report-reason-conflict-mail = Surelnya sama, tetapi petunjuk lain menunjuk orang lain
report-reason-conflict-nip = NIP-nya sama, tetapi petunjuk lain menunjuk orang lain
report-reason-conflict-name = Namanya sama, tetapi petunjuk lain menunjuk orang lain
report-reason-shared-link = Tautan yang sama dipakai beberapa peserta
report-reason-shared-mail = Surel yang sama dipakai beberapa peserta
report-reason-shared-nip = NIP yang sama dipakai beberapa peserta
report-reason-shared-name = Beberapa peserta bernama sama
report-reason-part-of-longer-name = Namanya sama, tetapi ada peserta lain dengan nama yang lebih panjang
report-reason-another-nip = Cocok, tetapi NIP dalam laporan bukan miliknya
report-reason-similar-name = Namanya mirip
