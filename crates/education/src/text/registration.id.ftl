### Teks pendaftaran: tempat, daftar tunggu, tamu, daftar banyak orang, peserta.

## Pendaftaran saya
registration-title = Pendaftaran Anda
registration-mine-title = Kegiatan Anda
registration-find = Cari kegiatan
registration-button = Daftar
registration-button-line = Masuk daftar tunggu
registration-see = Lihat pendaftaran Anda
registration-seated = Terdaftar
registration-waiting = Daftar tunggu
registration-waiting-at = Daftar tunggu { $place }
registration-cancelled = Pendaftaran dibatalkan
registration-seats-left = Tersisa { $n } dari { $m } tempat.
registration-seats-full = Semua { $m } tempat sudah terisi, { $n } orang di daftar tunggu.
registration-seats-free = Tempat tidak dibatasi.
registration-closes = Pendaftaran ditutup { $when }.
registration-next = Berikutnya
registration-during = Selama kegiatan
registration-next-join = Tombol bergabung aktif di halaman ini
registration-next-door = Tunjukkan kode QR Anda di pintu
registration-next-code = Ikuti sampai selesai dan isi kode presensi yang ditampilkan penyaji
registration-next-waiting = Bila ada yang batal, urutan pertama langsung mendapat tempat dan diberi tahu. Anda tidak perlu mendaftar lagi.
registration-next-cancelled = Anda tidak lagi terdaftar. Bila mendaftar lagi, Anda mendapat urutan terakhir.
registration-next-none = Anda belum terdaftar untuk kegiatan ini.
registration-removed-because = Alasan penyelenggara: { $reason }
registration-qr = Kode QR Anda
registration-qr-lead = Hanya untuk Anda. Petugas di pintu memindainya sebagai bukti hadir.
registration-leave-title = Tidak jadi ikut?
registration-leave = Batalkan pendaftaran
registration-leave-lead = Tempat Anda diberikan kepada orang pertama di daftar tunggu. Pembatalan ini tidak dapat ditarik kembali.
registration-leave-do = Ya, batalkan pendaftaran saya
registration-left = Pendaftaran dibatalkan. Terima kasih sudah memberi tempat bagi yang lain.
registration-waiting-title = Pendaftaran Anda sedang diproses
registration-waiting-place = Urutan Anda: { $n }
registration-waiting-safe = Banyak orang mendaftar bersamaan. Permintaan Anda sudah kami terima dan urutannya tidak hilang. Halaman ini memuat ulang sendiri; jangan mendaftar lagi.
registration-waiting-look = Lihat hasilnya
registration-refused-draft = Kegiatan ini belum dibuka.
registration-refused-cancelled = Kegiatan ini dibatalkan, jadi pendaftaran tidak dapat diubah.
registration-refused-over = Kegiatan ini sudah selesai.
registration-refused-closed = Pendaftaran sudah ditutup.
registration-refused-audience = Kegiatan ini untuk sasaran peserta lain. Hubungi penyelenggara bila menurut Anda keliru.
registration-refused-public = Kegiatan ini hanya untuk pegawai ASN. Masuk dahulu bila Anda pegawai.
registration-refused-unit = Bukan pegawai unit Anda atau unit di bawahnya.
registration-refused-left = Sudah tidak bertugas.
registration-leave-started = Kegiatan sudah dimulai, jadi pendaftaran tidak dapat dibatalkan lagi.
registration-only-coordinators = Hanya penyelenggara dan pengelola unit yang dapat mendaftarkan orang lain.
registration-name = Nama
registration-number = NIP
registration-agency = Instansi
registration-mail = Surel

## Bergabung
join-button = Bergabung sekarang
join-opens = Tombol bergabung aktif { $when }.
join-only-registered = Tautan ini hanya untuk yang terdaftar. Daftar dahulu di halaman kegiatan.
join-only-seated = Anda masih di daftar tunggu. Tautan ini terbuka setelah Anda mendapat tempat.
join-too-early = Rapat belum dibuka. Kembalilah paling cepat 30 menit sebelum mulai.
join-over = Kegiatan sudah selesai, jadi rapatnya sudah ditutup.
join-not-online = Kegiatan ini luring. Datanglah ke tempatnya.
join-no-link = Penyelenggara belum mengisi tautan rapat. Coba lagi sebentar, atau hubungi narahubung di halaman kegiatan.

## Tamu
guest-link = Daftar sebagai warga, tanpa akun
guest-title = Daftar sebagai warga
guest-name-hint = Seperti yang ingin tertulis di daftar hadir.
guest-mail-hint = Tautan pribadi Anda dikirim ke sini.
guest-from = Kota atau lembaga
guest-from-hint = Misalnya Mamuju, atau Universitas Contoh.
guest-privacy = Hanya tiga isian ini yang disimpan, untuk kegiatan ini saja. Jangan tulis NIK.
guest-are-you-asn = Pegawai ASN?
guest-name-missing = Tulis nama Anda.
guest-name-signs = Tulis nama saja, tanpa tautan atau alamat.
guest-from-missing = Tulis kota atau lembaga Anda.
guest-mail-wrong = Tulis alamat surel yang lengkap, misalnya nama@contoh.id.
guest-too-long = Terlalu panjang. Paling banyak 120 huruf.
guest-no-nik = Jangan tulis NIK atau nomor lain di sini.
guest-too-many = Terlalu banyak pendaftaran dari jaringan ini. Isian Anda masih ada; coba kirim lagi beberapa menit lagi.
guest-sent-title = Periksa surel Anda
guest-sent-lead = Kami mengirim tautan pribadi ke { $mail }.
guest-sent-next = Di halaman pada tautan itu Anda melihat tempat atau urutan tunggu Anda, bergabung, dan membatalkan. Belum tiba dalam sepuluh menit? Periksa folder spam, lalu periksa ejaan surel Anda.
guest-sent-back = Kembali ke kegiatan
guest-letter-subject = Pendaftaran: { $title }
guest-letter-seated =
    Yth. { $name },

    Anda terdaftar untuk "{ $title }".
    { $when }

    Halaman pribadi Anda, untuk bergabung atau membatalkan:
    { $address }

    Jangan bagikan tautan ini. Bila bukan Anda yang mendaftar, batalkan di halaman itu.
guest-letter-waiting =
    Yth. { $name },

    Tempat untuk "{ $title }" sudah penuh. Anda masuk daftar tunggu.
    { $when }

    Urutan Anda, dan cara membatalkan:
    { $address }

    Jangan bagikan tautan ini. Bila bukan Anda yang mendaftar, batalkan di halaman itu.

## Mendaftarkan banyak orang
registration-list-link = Daftarkan beberapa pegawai
registration-list-title = Daftarkan beberapa pegawai
registration-list-lead-unit = Anda dapat mendaftarkan pegawai unit Anda dan unit di bawahnya yang termasuk sasaran kegiatan ini.
registration-list-lead-owner = Sebagai penyelenggara, Anda dapat mendaftarkan siapa pun yang termasuk sasaran kegiatan ini.
registration-list-numbers = Tempel NIP
registration-list-numbers-hint = Paling banyak 2.000. Satu per baris, atau dipisah koma. Spasi di dalam NIP dan nama di sebelahnya tidak mengganggu.
registration-list-file = Atau unggah berkas CSV
registration-list-file-hint = Dengan kolom NIP, paling besar 1 MB.
registration-list-good-ones = Yang benar langsung didaftarkan menurut urutannya. Yang bermasalah dikembalikan dengan alasannya.
registration-list-do = Daftarkan
registration-list-done = Daftar diproses. Hasilnya di bawah ini.
registration-list-empty = Belum ada NIP. Tempel paling sedikit satu, atau pilih berkas.
registration-list-too-many = Ada { $n } NIP. Paling banyak 2.000 sekali kirim; bagi menjadi beberapa daftar.
registration-list-binary = Berkas ini bukan CSV. Simpan sebagai CSV dahulu, lalu unggah lagi.
registration-list-unreadable = Berkas ini tidak dapat dibaca sampai akhir. Periksa tanda kutip dan ukurannya, lalu unggah lagi.
registration-list-too-large = Berkas lebih dari 1 MB. Sisakan kolom NIP saja.
registration-list-seated = Terdaftar
registration-list-waiting = Daftar tunggu
registration-list-known = Sudah terdaftar
registration-list-refused = Ditolak
registration-list-refused-n = { $n } belum dapat didaftarkan
registration-list-others-taken = Baris lain sudah tersimpan. Perbaiki yang ini saja, lalu kirim lagi.
registration-list-again = Perbaiki di sini
registration-list-again-hint = Hanya berisi yang ditolak.
registration-list-taken = Tersimpan
registration-list-download = Unduh hasil (CSV)
registration-list-line = Baris
registration-list-outcome = Hasil
registration-list-reason = Alasan
registration-list-no-number = Tidak ada NIP di baris ini.
registration-list-unknown = NIP ini tidak ditemukan. Periksa angkanya, atau minta pengelola instansinya mengimpor data pegawai.
registration-list-twice = NIP ini sudah ada di baris { $line }.

## Peserta
participants-title = Peserta
participants-taken = { $n } orang terdaftar.
participants-taken-of = { $n } dari { $m } tempat terisi.
participants-in-line = { $n } orang menunggu.
participants-seated = Terdaftar
participants-waiting = Menunggu
participants-cancelled = Dibatalkan
participants-search = Cari nama
participants-empty = Tidak ada yang cocok
participants-empty-lead = Ubah pencarian, atau daftarkan orang.
participants-order = Urutan
participants-standing = Keadaan
participants-registered-at = Mendaftar
participants-guest = Warga
participants-guests = Warga
participants-unknown = Tidak lagi ada di direktori
participants-by-agency = Per instansi
participants-count = Pendaftar
participants-remove = Keluarkan dari daftar
participants-remove-lead = Tempatnya diberikan kepada orang pertama di daftar tunggu. Semua penyelenggara melihat siapa yang mengeluarkan dan alasannya.
participants-reason = Alasan
participants-reason-hint = Dibaca oleh yang bersangkutan. Satu kalimat.
participants-reason-missing = Tulis alasannya, paling sedikit lima huruf.
participants-remove-do = Keluarkan
participants-removed = Peserta dikeluarkan dari daftar.
change-participant-removed = Mengeluarkan peserta
field-participant = Peserta
