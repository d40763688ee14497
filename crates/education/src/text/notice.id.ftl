### Teks pemberitahuan, surel dan kalender yang dapat diikuti.

## Surel: perihal
letter-subject-host-invited = Ajakan menyelenggarakan bersama: { $title }
letter-subject-host-accepted = Ajakan disetujui: { $title }
letter-subject-host-declined = Ajakan tidak disetujui: { $title }
letter-subject-registered = Anda terdaftar: { $title }
letter-subject-waiting = Anda di daftar tunggu: { $title }
letter-subject-promoted = Anda mendapat tempat: { $title }
letter-subject-left = Pendaftaran dibatalkan: { $title }
letter-subject-moved = Perubahan jadwal: { $title }
letter-subject-cancelled = Kegiatan dibatalkan: { $title }
letter-subject-three-days = Tiga hari lagi: { $title }
letter-subject-one-day = Satu hari lagi: { $title }
letter-subject-one-hour = Satu jam lagi: { $title }
letter-subject-evaluate = Bagaimana kegiatannya? { $title }
letter-subject-certificate-issued = Sertifikat Anda telah terbit: { $title }

## Surel: kalimat pertama
letter-greeting = Yth. { $name },
letter-lead-host-invited = { $by } mengajak { $agency } menjadi penyelenggara bersama kegiatan ini.
letter-lead-host-accepted = { $agency } setuju menjadi penyelenggara bersama kegiatan ini. Semua penyelenggara memiliki kegiatan ini setara.
letter-lead-host-declined = { $agency } tidak ikut menyelenggarakan kegiatan ini.
letter-lead-registered = Anda terdaftar sebagai peserta kegiatan ini.
letter-lead-waiting = Kuota kegiatan ini penuh. Anda di daftar tunggu, urutan ke-{ $place }.
letter-lead-promoted = Anda mendapat tempat: Anda kini terdaftar sebagai peserta kegiatan ini.
letter-lead-left = Pendaftaran Anda pada kegiatan ini dibatalkan.
letter-lead-moved = Kegiatan ini berubah: periksa waktu dan tempatnya di bawah.
letter-lead-cancelled = Kegiatan ini dibatalkan oleh penyelenggara.
letter-lead-three-days = Kegiatan yang Anda ikuti dimulai tiga hari lagi.
letter-lead-one-day = Kegiatan yang Anda ikuti dimulai satu hari lagi.
letter-lead-one-hour = Kegiatan yang Anda ikuti dimulai satu jam lagi.
letter-lead-evaluate = Terima kasih sudah hadir. Beri penilaian Anda: beberapa pilihan dan satu isian, tidak sampai satu menit.
letter-lead-certificate-issued = Sertifikat Anda untuk kegiatan ini telah terbit.

## Surel: isi
letter-message = Pesan: { $reason }
letter-reason = Alasan: { $reason }
letter-place = Tempat: { $place }
letter-hosts = Penyelenggara: { $names }
letter-link-answer = Baca dan jawab: { $address }
letter-link-join = Masuk ke rapat (tautan pribadi Anda): { $address }
letter-link-page = Halaman kegiatan: { $address }
letter-link-ticket = Tiket Anda: { $address }
letter-link-evaluate = Beri penilaian: { $address }
letter-link-certificate = Unduh sertifikat: { $address }
letter-calendar-request = Undangan kalender terlampir; kalender Anda ikut diperbarui.
letter-calendar-cancel = Acara ini dihapus dari kalender Anda.
letter-note-leave = Tidak dapat hadir? Batalkan pendaftaran Anda, agar tempat Anda dapat dipakai orang lain.
letter-note-ticket = Jangan bagikan tautan tiket ini. Bila bukan Anda yang mendaftar, batalkan di halaman itu.
letter-note-waiting = Anda di daftar tunggu. Begitu ada tempat, Anda diberi tahu lewat surel.
letter-note-host = Kegiatan ini menjadi milik bersama hanya bila instansi Anda setuju.
letter-note-evaluate = Jawaban Anda anonim. Penyelenggara hanya melihat jumlahnya, paling sedikit lima jawaban sekaligus.
letter-footer = Surel otomatis dari Guyub, { $address }

## Pemberitahuan
notice-title = Pemberitahuan
notice-new = Baru
notice-unread = { $n } belum dibaca
notice-read-one = Tandai sudah dibaca
notice-read-all = Tandai semua sudah dibaca
notice-read = Pemberitahuan ditandai sudah dibaca.
notice-all-read = Semua pemberitahuan ditandai sudah dibaca.
notice-empty = Belum ada pemberitahuan
notice-empty-lead = Kabar tentang kegiatan yang Anda ikuti atau kelola muncul di sini.
notice-told-host-invited = { $by } mengajak { $agency } menjadi penyelenggara bersama.
notice-told-host-accepted = { $agency } setuju menjadi penyelenggara bersama.
notice-told-host-declined = { $agency } tidak ikut menyelenggarakan.
notice-told-registered = Anda terdaftar sebagai peserta.
notice-told-waiting = Anda di daftar tunggu, urutan ke-{ $place }.
notice-told-promoted = Anda mendapat tempat.
notice-told-left = Pendaftaran Anda dibatalkan oleh penyelenggara.
notice-told-moved = Kegiatan berubah. Waktunya kini { $when }.
notice-told-cancelled = Kegiatan dibatalkan.
notice-told-three-days = Dimulai tiga hari lagi: { $when }.
notice-told-one-day = Dimulai satu hari lagi: { $when }.
notice-told-one-hour = Dimulai satu jam lagi: { $when }.
notice-told-evaluate = Terima kasih sudah hadir. Beri penilaian Anda, tidak sampai satu menit.
notice-told-certificate-issued = Sertifikat Anda telah terbit.

## Panel
notice-panel-for-me = Kegiatan mendatang untuk Anda
notice-panel-coming = Kegiatan mendatang

## Kalender yang dapat diikuti
feed-name = Guyub: { $name }
feed-everything = Semua kegiatan
feed-mine = Kalender saya
feed-mine-name = kegiatan saya
feed-lead = Ikuti kegiatan Anda di kalender ponsel atau komputer: yang Anda ikuti dan yang Anda kelola. Kegiatan yang berubah ikut berubah di sana.
feed-address = Alamat kalender Anda
feed-address-hint = Siapa pun yang memegang alamat ini dapat membaca kalender Anda. Jangan bagikan.
feed-made-at = Dibuat { $when }.
feed-make = Buat alamat kalender
feed-renew-lead = Alamat ini tersebar? Buat yang baru; alamat lama langsung tidak berlaku.
feed-renew = Buat alamat baru
feed-end = Hentikan kalender ini
feed-made = Alamat kalender Anda siap.
feed-ended = Alamat kalender Anda tidak berlaku lagi.
feed-how = Cara mengikuti
feed-how-google = Google Kalender: Kalender lainnya, Dari URL, tempelkan alamat.
feed-how-outlook = Outlook: Tambahkan kalender, Berlangganan dari web, tempelkan alamat.
feed-how-apple = iPhone dan Mac: Tambahkan akun kalender, Langganan kalender, tempelkan alamat.
feed-slow = Aplikasi kalender memeriksa perubahan beberapa kali sehari. Perubahan penting juga dikirim lewat surel.
