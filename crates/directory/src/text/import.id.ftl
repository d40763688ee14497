# Berkas yang diunggah: apa yang salah dan apa yang harus dilakukan.

## Berkas
import-file-empty = Berkas ini kosong. Pilih berkas yang berisi baris judul kolom dan isinya.
import-file-binary = Berkas ini bukan CSV. Jika ini berkas Excel (XLSX), buka di Excel, pilih File > Simpan Sebagai, pilih jenis "CSV UTF-8 (dipisahkan koma)", lalu unggah berkas CSV itu. Di LibreOffice atau Google Spreadsheet pilih simpan atau unduh sebagai CSV.
import-file-interrupted = Berkas terputus saat dibaca. Unggah sekali lagi; baris yang sudah masuk tidak akan ganda.
import-file-rows = Berkas ini terlalu panjang: mulai baris { $line } tidak dibaca. Bagi menjadi beberapa berkas, masing-masing dengan baris judul kolom.
import-file-large = Berkas ini terlalu besar: mulai baris { $line } tidak dibaca. Bagi menjadi beberapa berkas, masing-masing dengan baris judul kolom.
import-columns-missing = Kolom ini tidak ditemukan: { $columns }. Baris pertama harus berisi judul kolom. Tambahkan judul itu, lalu unggah lagi.
import-columns-repeated = Kolom ini ada lebih dari satu: { $columns }. Hapus atau ganti judul salah satunya, lalu unggah lagi.

## Baris
import-row-many-columns = Baris ini berisi { $columns } kolom, terlalu banyak untuk dibaca. Periksa pemisah kolomnya.
import-row-cell-long = Isi kolom ke-{ $column } terlalu panjang. Persingkat isinya.
import-row-quote = Tanda petik ganda dibuka di baris { $line } dan tidak ditutup, sehingga baris-baris sesudahnya tidak dapat dibaca. Tutup atau hapus tanda petik itu, lalu unggah lagi.
import-row-long = Baris ini berisi { $found } kolom, padahal judulnya { $expected }. Biasanya ada koma di dalam isi, misalnya gelar: apit isi itu dengan tanda petik ganda, seperti "S.E., M.M.".
import-row-short = Baris ini hanya berisi { $found } dari { $expected } kolom. Lengkapi kolom yang kurang.

## NIP
import-nip-missing = NIP kosong. Isi dengan 18 angka.
import-nip-length = NIP harus 18 angka, di sini { $digits }. Periksa angka yang kurang atau lebih.
import-nip-letter-for-digit = Karakter ke-{ $place } pada NIP adalah huruf { $letter }. Mungkin maksud Anda angka { $digit }: ketik ulang sebagai angka.
import-nip-not-digits = Karakter ke-{ $place } pada NIP ({ $letter }) bukan angka. NIP hanya berisi 18 angka.
import-nip-scientific = Excel mengubah NIP ini menjadi bilangan (seperti 1,98E+17) sehingga angka belakangnya hilang. Ubah format kolom NIP menjadi Teks, lalu isi ulang NIP dari sumber aslinya.
import-nip-rounded = NIP ini berakhir 000: Excel membulatkan angka terakhirnya. Ubah format kolom NIP menjadi Teks, lalu isi ulang NIP dari sumber aslinya.
import-nip-old = Ini NIP lama (9 angka). Isi dengan NIP baru yang 18 angka.
import-nip-nik = Ini tampaknya NIK (16 angka). NIK tidak boleh diunggah dan tidak disimpan. Hapus dari berkas Anda dan isi dengan NIP 18 angka.
import-nik-in-text = Isi ini memuat 16 angka yang tampaknya NIK. NIK tidak boleh diunggah dan tidak disimpan. Hapus angka itu dari berkas Anda.
import-nip-perhaps-nrp = Hanya 8 angka. Jika ini NRP anggota TNI atau Polri, tulis NRP di depannya (NRP lalu nomornya). Jika bukan, isi dengan NIP 18 angka.
import-nip-kind = Angka ke-13 dan ke-14 pada NIP adalah { $digits }. Untuk PNS harus 01 sampai 12 (bulan pengangkatan), untuk PPPK 21 sampai 29. Periksa NIP ini.
import-nip-sex = Angka ke-15 pada NIP adalah { $digit }, seharusnya 1 (pria) atau 2 (wanita). Periksa NIP ini.
import-nrp = NRP ini tidak dapat dibaca. Tulis NRP lalu nomornya, tanpa keterangan lain.
import-nip-twice = NIP ini sudah ada di baris { $line } dengan isi yang berbeda. Baris { $line } yang dipakai; hapus salah satu atau perbaiki NIP-nya.

## NIP: diterima, tetapi perlu diperiksa
import-nip-birth-date = Tanggal lahir pada NIP ini tidak ada di kalender. Cocokkan dengan SK; jika memang begitu, abaikan.
import-nip-too-young = Menurut NIP, umurnya { $age } tahun. Cocokkan dengan SK.
import-nip-too-old = Menurut NIP, umurnya { $age } tahun. Cocokkan dengan SK.
import-nip-appointed-early = Menurut NIP, pengangkatannya tahun { $year }, sebelum berumur 15 tahun. Cocokkan dengan SK.
import-nip-appointed-future = Menurut NIP, pengangkatannya baru tahun { $year }. Cocokkan dengan SK.

## Nama dan gelar
import-name-missing = Nama kosong. Isi nama lengkap.
import-name-no-letters = Nama tidak berisi huruf. Isi nama lengkap; mungkin kolomnya tertukar.
import-name-too-long = Nama atau gelar sepanjang { $length } karakter, paling banyak { $limit }. Periksa isinya.
import-name-formula = Nama atau gelar berisi rumus atau tanda < dan >. Ketik ulang sebagai teks biasa.
import-garbled = Huruf pada "{ $text }" tampak rusak. Perbaiki tulisannya, lalu simpan berkas sebagai "CSV UTF-8".

## Jabatan, unit, surel, telepon
import-position-missing = Jabatan kosong. Orangnya tetap diterima; lengkapi jabatannya nanti.
import-unit-missing = Unit kosong. Isi dengan kode unit, misalnya kemenkeu.djpb.kppn-mamuju.
import-unit-unknown = Tidak ada unit dengan kode "{ $unit }". Cari kode yang benar di daftar instansi.
import-unit-nearest = Tidak ada unit dengan kode "{ $unit }". Mungkin maksud Anda { $code }: ganti isinya dengan kode itu.
import-unit-name = "{ $unit }" adalah nama unit. Ganti dengan kodenya: { $code }.
import-unit-name-unknown = "{ $unit }" bukan kode unit, dan tidak ada unit bernama itu. Cari kodenya di daftar instansi.
import-mail = "{ $mail }" bukan alamat surel. Tulis seperti nama@instansi.go.id, atau kosongkan.
import-mail-twice = Surel ini sudah dipakai di baris { $line } untuk orang lain. Tiap orang memakai surel sendiri: perbaiki atau kosongkan.
import-phone = Nomor telepon ini tidak dapat dipakai dan tidak disimpan. Tulis seperti 081234567890.
import-formula = "{ $text }" adalah rumus atau berisi tanda < dan >. Ketik ulang sebagai teks biasa.

## Wilayah dan instansi
import-title-missing = Nama kosong. Isi nama resminya.
import-title-no-letters = Isi ini tidak berisi huruf. Mungkin kolomnya tertukar.
import-title-too-long = Isi ini { $length } karakter, paling banyak { $limit }. Persingkat.
import-region-code = "{ $code }" bukan kode wilayah. Tulis kode Kemendagri seperti 76 atau 76.02, dan ubah format kolom kode menjadi Teks supaya Excel tidak mengubahnya.
import-region-kind = Jenis "{ $kind }" tidak dikenal. Isi dengan provinsi, kabupaten, atau kota.
import-region-parent = Induk "{ $parent }" tidak cocok dengan kode { $code }. Provinsi berkode dua angka dan tidak berinduk; induk kabupaten dan kota adalah dua angka pertama kodenya.
import-region-zone = Zona "{ $zone }" tidak dikenal. Isi dengan WIB, WITA, atau WIT.
import-agency-code-missing = Kode kosong. Isi kode singkat, misalnya kemenkeu.djpb.kppn-mamuju.
import-agency-code = "{ $code }" bukan kode. Pakai huruf kecil, angka, titik, dan tanda hubung, misalnya kemenkeu.djpb.kppn-mamuju.
import-agency-own-parent = Instansi { $code } menjadi induk dirinya sendiri. Isi kode instansi di atasnya, atau kosongkan.
import-agency-kind = Jenis "{ $kind }" tidak dapat dibaca. Tulis satu kata seperti kementerian, kanwil, atau kantor.
import-agency-satker = "{ $code }" bukan kode satker. Isi dengan 6 angka, atau kosongkan.

## Yang sudah tercatat dan hak pengunggah
import-not-yours = Anda tidak berhak mengimpor berkas ini. Wilayah dan instansi diimpor oleh admin nasional, pegawai oleh admin instansinya.
import-code-twice = Kode ini sudah ada di baris { $line } dengan isi yang berbeda. Baris { $line } yang dipakai; hapus salah satu.
import-parent-unknown = Induk "{ $parent }" tidak ada, baik di berkas ini maupun di daftar. Tambahkan barisnya atau perbaiki kodenya.
import-parent-nearest = Induk "{ $parent }" tidak ada. Mungkin maksud Anda { $code }: ganti isinya dengan kode itu.
import-parent-refused = Induk "{ $parent }" ada di berkas ini, tetapi barisnya juga ditolak atau menunjuk kembali ke sini. Perbaiki baris itu dahulu.
import-parent-ended = Induk "{ $parent }" sudah berakhir. Isi dengan instansi penggantinya.
import-parent-circle = { $parent } berada di bawah { $code }, jadi tidak dapat menjadi induknya. Periksa kolom induk pada kedua baris.
import-agency-ended = Instansi { $code } sudah berakhir dan tidak diubah. Hapus baris ini.
import-region-unknown = Tidak ada wilayah dengan kode "{ $code }". Periksa kodenya, atau impor wilayah lebih dahulu.
import-unit-merged = Unit { $unit } sudah bergabung ke { $code }. Ganti isinya dengan kode itu.
import-unit-ended = Unit { $unit } sudah berakhir. Isi dengan unit yang sekarang.
import-unit-not-yours = Unit { $unit } di luar kewenangan Anda. Hapus baris ini, atau minta admin unit itu mengimpornya.
import-person-elsewhere = Pegawai ini tercatat di { $unit }, di luar kewenangan Anda. Minta admin unit itu memindahkannya.
import-mail-taken = Surel ini sudah dipakai orang lain yang tercatat. Tiap orang memakai surel sendiri: perbaiki atau kosongkan.
