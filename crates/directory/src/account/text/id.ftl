### Akun: masuk, tautan masuk, profil, peran.

## Masuk
account-sign-in = Masuk
account-signed-in = Anda sudah masuk.
account-signed-out = Anda sudah keluar.
account-identifier = NIP atau surel
account-identifier-hint = NIP 18 angka, boleh dengan spasi, atau alamat surel dinas.
account-password = Kata sandi
account-no-match = NIP atau surel dan kata sandi tidak cocok. Periksa kembali, atau pilih “Lupa kata sandi?”.
account-wait-seconds = Terlalu banyak percobaan. Tunggu { $n } detik, lalu coba lagi.
account-wait-minutes = Terlalu banyak percobaan. Tunggu { $n } menit, lalu coba lagi.
account-forgotten-link = Lupa kata sandi?
account-first-time = Baru pertama kali masuk?
account-first-time-text = Buka tautan masuk yang dikirim ke surel dinas Anda. Belum menerimanya? Mintalah kepada pengelola unit Anda.
account-needs-session = Tindakan ini hanya untuk orang yang masuk sendiri, bukan untuk program dengan token.

## Kata sandi
account-password-new = Kata sandi baru
account-password-hint = Paling sedikit { $n } huruf. Beberapa kata yang mudah Anda ingat lebih aman daripada satu kata dengan angka.
account-password-again = Ulangi kata sandi baru
account-password-short = Kata sandi paling sedikit { $n } huruf.
account-password-long = Kata sandi paling banyak { $n } huruf.
account-password-common = Kata sandi ini terlalu banyak dipakai orang. Pilih yang lain, misalnya beberapa kata yang tidak berhubungan.
account-password-personal = Jangan memakai nama, NIP, atau surel Anda sebagai kata sandi.
account-password-differs = Kedua isian kata sandi tidak sama. Ketik ulang.

## Tautan masuk
account-entry = Buat kata sandi
account-entry-lead = { $name }, selamat datang di Guyub. Buat kata sandi Anda untuk masuk.
account-entry-save = Simpan dan masuk
account-entered = Kata sandi tersimpan. Anda sudah masuk.
account-entry-ended = Tautan ini tidak berlaku lagi
account-entry-ended-text = Setiap tautan masuk hanya dapat dipakai satu kali dan berakhir dengan sendirinya. Jika Anda sudah membuat kata sandi, masuklah seperti biasa. Jika belum, mintalah tautan baru.
account-ask-new-link = Minta tautan baru
account-forgotten = Lupa kata sandi
account-forgotten-text = Tulis NIP atau surel Anda. Kami mengirim tautan ke surel yang tercatat untuk membuat kata sandi baru.
account-forgotten-send = Kirim tautan
account-forgotten-asked = Periksa surel Anda
account-forgotten-asked-text = Jika akun itu ada dan surelnya tercatat, tautan untuk membuat kata sandi baru sedang dikirim. Tautan berlaku dua jam dan hanya dapat dipakai satu kali.
account-forgotten-no-mail = Tidak punya surel yang tercatat? Pengelola unit Anda dapat membuatkan tautan masuk.
account-back-to-sign-in = Kembali ke halaman masuk
account-link-make = Buat tautan masuk
account-link-made = Tautan masuk sudah dibuat
account-link-explained = Dengan tautan ini { $name } membuat kata sandinya sendiri. Tautan berlaku tujuh hari, hanya dapat dipakai satu kali, dan menggantikan tautan sebelumnya.
account-link-resets = Pegawai ini sudah mempunyai kata sandi. Kata sandi itu berlaku sampai tautan dipakai.
account-link-will-mail = Tautan dikirim ke { $mail }.
account-link-no-mail = Surel pegawai ini belum tercatat, jadi tautan tidak dikirim.
account-link-will-show = Tautan ditampilkan satu kali untuk Anda sampaikan secara langsung.
account-link-mail-only = Tautan tidak ditampilkan kepada Anda, karena dengan itu orang dapat masuk sebagai pegawai ini.
account-link-once = Salin sekarang dan sampaikan hanya kepada orangnya. Tautan ini tidak ditampilkan lagi.
account-link-of = Tautan masuk untuk { $name }
account-link-ends = Berlaku sampai { $when }.
account-link-mailed = Tautan sedang dikirim ke { $mail }.
account-link-back = Kembali ke halaman pegawai
account-link-only-coordinators = Tautan masuk dibuat oleh pengelola atau admin unit pegawai itu.
account-link-needs-admin = Pegawai ini memegang peran atau sudah mempunyai kata sandi, dan surelnya belum tercatat. Mintalah admin membuat tautannya.
account-links-of-unit = Kirim tautan masuk
account-links-on-their-way = Tautan masuk sedang dikirim.
account-unit-people = Pegawai yang belum pernah masuk
account-unit-with-link = Di antaranya sudah memegang tautan yang berlaku
account-unit-without-mail = Di antaranya tanpa surel
account-unit-none = Semua pegawai unit ini sudah pernah masuk
account-unit-none-text = Tidak ada tautan yang perlu dikirim.
account-unit-back = Kembali ke halaman instansi
account-unit-text = Kami mengirim satu tautan ke surel setiap pegawai unit ini dan unit di bawahnya yang belum pernah masuk dan belum memegang tautan yang berlaku. Yang tanpa surel mendapat tautan dari halamannya masing-masing.
account-unit-send = Kirim tautan masuk

## Surat
account-letter-first-subject = Tautan masuk ke Guyub
account-letter-first-text =
    Yth. { $name }

    Akun Guyub Anda sudah siap. Buka tautan berikut untuk membuat kata sandi, lalu Anda langsung masuk:

    { $link }

    Tautan ini berlaku tujuh hari dan hanya dapat dipakai satu kali. Jangan teruskan kepada siapa pun.

    Guyub
account-letter-forgotten-subject = Membuat kata sandi baru di Guyub
account-letter-forgotten-text =
    Yth. { $name }

    Ada permintaan untuk membuat kata sandi baru bagi akun Guyub Anda. Buka tautan berikut untuk membuatnya:

    { $link }

    Tautan ini berlaku dua jam dan hanya dapat dipakai satu kali. Jika bukan Anda yang meminta, abaikan surat ini: kata sandi Anda tidak berubah.

    Guyub
account-letter-changed-subject = Kata sandi Guyub Anda diganti
account-letter-changed-text =
    Yth. { $name }

    Kata sandi akun Guyub Anda baru saja diganti, dan semua gawai lain sudah dikeluarkan. Jika bukan Anda yang menggantinya, segera buat kata sandi baru lewat “Lupa kata sandi?” dan beri tahu pengelola unit Anda.

    Guyub

## Profil
account-profile = Profil saya
account-who = Data diri
account-name = Nama
account-number = NIP
account-position = Jabatan
account-unit = Unit kerja
account-mail = Surel
account-no-mail = Belum tercatat
account-zone = Zona waktu
account-zone-hint = Mengikuti wilayah unit kerja Anda.
account-this-device = Gawai ini
account-sign-out = Keluar
account-password-change = Ganti kata sandi
account-password-change-text = Setelah diganti, Anda tetap masuk di sini dan keluar dari semua gawai lain.
account-password-old = Kata sandi sekarang
account-old-password-wrong = Kata sandi sekarang tidak cocok. Ketik ulang.
account-password-changed = Kata sandi sudah diganti. Gawai lain sudah dikeluarkan.
account-sessions = Gawai yang sedang masuk
account-sessions-text = Ada yang tidak Anda kenal? Keluarkan, lalu ganti kata sandi Anda.
account-session-this = Gawai ini
account-session-about = Masuk sejak { $since }, terakhir dipakai { $seen }, dari jaringan { $network }.
account-session-end = Keluarkan
account-session-ended = Gawai itu sudah dikeluarkan.
account-sessions-end-others = Keluarkan semua gawai lain
account-other-sessions-ended = Semua gawai lain sudah dikeluarkan.
account-device = { $program } di { $system }
account-device-unknown = Gawai tidak dikenal
account-tokens = Token untuk program
account-tokens-text = Dengan token, program bertindak atas nama Anda, sebatas cakupan yang Anda pilih. Perlakukan seperti kata sandi.
account-token-new = Buat token baru
account-token-name = Nama token
account-token-name-hint = Untuk apa token ini, misalnya “Rekap JP bagian kepegawaian”.
account-token-name-long = Nama token paling banyak { $n } huruf.
account-token-scope = Cakupan
account-token-scopes = Pilih paling sedikit satu cakupan.
account-token-life = Berlaku selama
account-token-lasts = { $n } hari
account-token-days = Pilih 30, 90, atau 365 hari.
account-token-make = Buat token
account-token-made = Token sudah dibuat
account-token-once = Salin sekarang dan simpan di tempat yang aman. Token ini tidak ditampilkan lagi.
account-token-opens = Cakupan { $scopes }. Berlaku sampai { $when }.
account-token-seen = Terakhir dipakai { $when }.
account-token-unseen = Belum pernah dipakai.
account-token-end = Cabut
account-token-ended = Token sudah dicabut.
account-token-most = Anda sudah mempunyai 20 token. Cabut yang tidak dipakai, lalu buat yang baru.
account-token-back = Kembali ke profil
account-scope-education-read = Membaca kegiatan edukasi
account-scope-education-write = Mengubah kegiatan edukasi
account-scope-directory-read = Membaca direktori
account-scope-directory-write = Mengubah direktori

## Peran
account-duties = Peran saya
account-duties-none = Anda belum memegang peran. Peran diberikan oleh admin atau pimpinan unit Anda.
account-duties-of = Peran di { $agency }
account-duties-link = Peran di unit ini
account-duties-here = Pemegang peran
account-duties-here-none = Belum ada yang memegang peran di unit ini.
account-duties-above = Dari unit di atasnya
account-duties-above-text = Peran di unit atas berlaku juga di sini.
account-duties-only-holders = Daftar peran hanya untuk pemegang peran di unit ini atau di atasnya.
account-duties-only-admins = Peran diberikan dan diakhiri oleh admin unit ini atau di atasnya. Pimpinan dapat menunjuk pengelola.
account-duty-admin = Admin
account-duty-pembina = Pembina
account-duty-pimpinan = Pimpinan
account-duty-pengelola = Pengelola
account-nation = seluruh instansi
account-duty-lent-by = Dilimpahkan oleh { $name }
account-duty-until = Sampai { $when }
account-duty-give = Beri peran
account-duty-given = Peran sudah diberikan.
account-duty-kind = Peran
account-duty-choose = Pilih peran yang diberikan.
account-duty-who-hint = Tulis NIP atau surel orangnya.
account-duty-last-day = Hari terakhir
account-duty-last-day-hint = Kosongkan jika tidak dibatasi.
account-duty-past = Hari terakhir harus hari ini atau sesudahnya.
account-duty-already = Orang ini sudah memegang peran yang sama di sini.
account-duty-end = Akhiri
account-duty-end-text = Hak dari peran ini langsung berakhir, juga yang dilimpahkan darinya. Anda dapat memberikannya kembali.
account-duty-end-button = Akhiri peran
account-duty-ended = Peran sudah diakhiri.
account-duty-lay-down = Letakkan peran
account-duty-lay-down-text = Hak dari peran ini langsung berakhir, juga yang Anda limpahkan. Hanya admin atau pimpinan yang dapat memberikannya kembali.
account-nobody = Tidak ada pegawai dengan NIP atau surel itu. Periksa kembali.
account-no-number = Ini bukan NIP atau NRP yang benar, dan bukan alamat surel.
account-last-admin = Ini admin terakhir untuk seluruh instansi. Tunjuk admin lain dahulu.
account-vacant = Tanpa penanggung jawab
account-vacant-moved = { $name } pindah pada { $when } dan belum ada penggantinya.
account-vacant-left = { $name } berhenti pada { $when } dan belum ada penggantinya.
account-lend = Limpahkan peran
account-lend-short = Limpahkan
account-lend-text = Selama Anda berhalangan, orang lain dapat menjalankan peran ini. Peran Anda sendiri tetap berlaku, dan pelimpahan dapat Anda akhiri kapan saja. Penerima tidak dapat memberi peran kepada orang lain.
account-lend-who = Dilimpahkan kepada
account-lend-last-day-hint = Hari itu masih berlaku. Paling lama satu tahun.
account-lend-reason = Alasan
account-lend-reason-hint = Misalnya “Dinas luar ke Makassar” atau “Cuti tahunan”.
account-lend-own = Hanya pemegang peran yang dapat melimpahkannya.
account-lend-lent = Peran yang dilimpahkan kepada Anda tidak dapat dilimpahkan lagi.
account-loan-long = Pelimpahan paling lama satu tahun. Untuk waktu yang lebih lama, mintalah admin menunjuk pengganti.
account-loan-beyond = Peran Anda sendiri berakhir lebih dahulu. Pilih hari sebelum itu.
account-loan-self = Pilih orang lain: peran ini sudah Anda pegang.
account-loan-reason = Tulis alasan pelimpahan.
account-loan-reason-long = Alasan paling banyak { $n } huruf.
account-duty-lent = Peran sudah dilimpahkan.
