### Teks kerangka halaman. Teks setiap ranah ada di crate masing-masing.

## Kerangka
frame-about = Tentang, privasi, aksesibilitas
frame-brand = Guyub
frame-skip = Langsung ke isi
frame-menu = Menu
frame-menu-main = Utama
frame-crumbs = Remah roti
frame-home = Beranda
frame-sign-in = Masuk
frame-account = Akun { $name }
frame-unread = { $n } belum dibaca
frame-footer = Guyub dikelola bersama oleh instansi pemakainya.
frame-footer-links = Tentang situs ini
frame-language = Read in English
frame-filters = Saring
frame-pages = Halaman
frame-previous = Sebelumnya
frame-next = Berikutnya
frame-print = Cetak
frame-copy = Salin
frame-copied = Tersalin

## Formulir
form-errors = Perbaiki { $n } isian ini
form-choose = Pilih satu
form-draft-found = Ada isian Anda yang belum terkirim di gawai ini.
form-draft-restore = Pakai lagi
form-draft-discard = Buang
form-draft-offline = Sambungan terputus. Isian Anda tersimpan di gawai ini; kirim lagi setelah tersambung.
error-required = Isian ini wajib diisi.
error-date = Tulis tanggal yang benar, misalnya 24/11/2026.
error-clock = Tulis jam dan menit, misalnya 09.30.
error-number = Tulis angka saja, misalnya 200.

## Halaman galat: apa yang terjadi, lalu satu hal yang dapat dilakukan
failure-403-title = Anda belum berhak membuka halaman ini
failure-403-text = Halaman ini hanya untuk orang dengan peran tertentu. Jika menurut Anda keliru, hubungi pengelola instansi Anda.
failure-403-step = Kembali ke beranda
failure-404-title = Halaman tidak ditemukan
failure-404-text = Alamatnya mungkin salah ketik, sudah dipindahkan, atau tidak dibagikan kepada Anda.
failure-404-step = Kembali ke beranda
failure-409-title = Ada perubahan lain yang lebih dahulu
failure-409-text = Seseorang mengubah hal yang sama sebelum Anda menyimpan, jadi perubahan Anda belum disimpan. Muat ulang, lalu periksa kembali.
failure-409-step = Muat ulang
failure-422-title = Isian belum dapat disimpan
failure-422-text = Kembali ke formulir dan perbaiki isian di bawah ini. Tidak ada yang tersimpan sebagian.
failure-422-step = Kembali ke formulir
failure-429-title = Terlalu banyak percobaan
failure-429-text = Demi keamanan, tunggu sebentar sebelum mencoba lagi.
failure-429-step = Coba lagi
failure-500-title = Terjadi kesalahan di pihak kami
failure-500-text = Permintaan Anda tidak dapat diselesaikan dan kesalahannya sudah dicatat. Coba lagi beberapa saat lagi.
failure-500-step = Coba lagi
failure-503-title = Guyub sedang sibuk
failure-503-text = Banyak orang membuka Guyub saat ini. Tunggu beberapa detik, lalu coba lagi. Yang sudah Anda simpan aman.
failure-503-step = Coba lagi
failure-reference = Nomor rujukan untuk pengelola: { $id }

## Bagan
chart-table = Lihat tabel

## Hari dan bulan
day-monday = Senin
day-tuesday = Selasa
day-wednesday = Rabu
day-thursday = Kamis
day-friday = Jumat
day-saturday = Sabtu
day-sunday = Minggu
day-monday-short = Sen
day-tuesday-short = Sel
day-wednesday-short = Rab
day-thursday-short = Kam
day-friday-short = Jum
day-saturday-short = Sab
day-sunday-short = Min
month-january = Januari
month-february = Februari
month-march = Maret
month-april = April
month-may = Mei
month-june = Juni
month-july = Juli
month-august = Agustus
month-september = September
month-october = Oktober
month-november = November
month-december = Desember
month-january-short = Jan
month-february-short = Feb
month-march-short = Mar
month-april-short = Apr
month-may-short = Mei
month-june-short = Jun
month-july-short = Jul
month-august-short = Agu
month-september-short = Sep
month-october-short = Okt
month-november-short = Nov
month-december-short = Des

## Waktu
quarter = Triwulan { $n } { $year }
semester = Semester { $n } { $year }
clock-time = pukul { $time } { $zone }
clock-period = { $from } sampai { $to }
span-now = baru saja
span-minutes = { $n } menit
span-hours = { $n } jam
span-days = { $n } hari
span-minutes-ago = { $n } menit yang lalu
span-minutes-left = { $n } menit lagi
span-hours-ago = { $n } jam yang lalu
span-hours-left = { $n } jam lagi
span-days-ago = { $n } hari yang lalu
span-days-left = { $n } hari lagi
span-yesterday = kemarin
span-tomorrow = besok

## Bilangan
number-million = { $n } juta
number-billion = { $n } miliar
number-trillion = { $n } triliun
ordinal = ke-{ $n }
ordinal-first = ke-{ $n }
ordinal-second = ke-{ $n }
ordinal-third = ke-{ $n }

## Galat yang disebut langsung
failure-not-found = Halaman tidak ditemukan.
failure-sign-in-first = Masuk dahulu untuk melanjutkan.
failure-invalid = Ada isian yang perlu diperbaiki.
failure-taken = Hal yang sama sudah tercatat.
failure-busy = Terlalu banyak permintaan sekaligus. Tunggu sebentar lalu coba lagi.
failure-broken = Terjadi kesalahan di pihak kami.
failure-scope = Token ini tidak memiliki cakupan untuk tindakan itu.
failure-foreign-form = Formulir ini tidak berasal dari situs ini. Buka kembali halamannya di sini, lalu kirim ulang.
failure-too-large = Berkas atau isian terlalu besar. Kecilkan lalu kirim lagi.
failure-wrong-fields = Bentuk isian tidak dikenali. Muat ulang halaman lalu isi kembali.
