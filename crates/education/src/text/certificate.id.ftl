### Teks sertifikat.

## Peran dan kata pada sertifikat
certificate-role-peserta = Peserta
certificate-role-narasumber = Narasumber
certificate-role-moderator = Moderator
certificate-role-panitia = Panitia
certificate-online = daring
certificate-jp = { $n } JP
certificate-nip = NIP { $n }

## Rancangan
certificate-manage = Sertifikat
certificate-title = Sertifikat: { $title }
certificate-design = Rancangan
certificate-template = Templat
certificate-template-resmi = Resmi
certificate-template-modern = Modern
certificate-template-polos = Polos
certificate-template-unknown = Pilih salah satu templat.
certificate-heading = Judul sertifikat
certificate-pattern = Pola nomor
certificate-pattern-hint = Wajib memuat {"{urut}"} atau {"{urut:4}"}. Boleh: {"{bulan}"}, {"{bulan-romawi}"}, {"{tahun}"}, {"{instansi}"}. Nomor urut mulai dari 1 lagi tiap tahun bila pola memuat {"{tahun}"}.
certificate-pattern-empty = Isi pola nomor, misalnya {"{urut}"}/SERT/{"{tahun}"}.
certificate-pattern-too-long = Pola nomor paling panjang 80 huruf.
certificate-pattern-no-sequence = Tambahkan {"{urut}"} pada pola nomor. Tanpa itu, semua sertifikat bernomor sama.
certificate-pattern-two-sequences = Cukup satu {"{urut}"} pada pola nomor.
certificate-pattern-unknown = Ada tanda kurung kurawal yang tidak dikenal. Pakai {"{urut}"}, {"{urut:4}"}, {"{bulan}"}, {"{bulan-romawi}"}, {"{tahun}"}, atau {"{instansi}"}.
certificate-place = Tempat tanda tangan
certificate-signed-on = Tanggal tanda tangan
certificate-signed-on-hint = Kosongkan untuk memakai tanggal terbit.
certificate-words-needed = Isi dengan 1 sampai 80 huruf.
certificate-jp-label = Jumlah JP
certificate-jp-hint = 1 JP adalah 45 menit, dibulatkan ke bawah.
certificate-jp-fewer = Kegiatan ini lebih pendek daripada saat sertifikatnya dirancang. Yang dicantumkan { $n } JP.
certificate-jp-too-many = Paling banyak { $n } JP menurut lama kegiatan ini.
certificate-form = Bentuk pembelajaran
certificate-form-unknown = Pilih salah satu bentuk pembelajaran.
certificate-signatories = Penanda tangan
certificate-signatories-hint = Satu sampai tiga orang.
certificate-signatories-needed = Isi jabatan dan nama paling sedikit satu penanda tangan.
certificate-position = Jabatan
certificate-name = Nama
certificate-signatory-number = NIP atau nomor lain
certificate-with-agenda = Cetak agenda dengan JP di halaman belakang
certificate-save-design = Simpan rancangan
certificate-design-saved = Rancangan disimpan. Sertifikat yang sudah terbit tidak berubah.
certificate-design-changed = Rancangan sudah diubah orang lain. Muat ulang halaman, lalu ulangi perubahan Anda.
certificate-preview = Pratinjau
certificate-preview-lead = Dari rancangan dan lambang yang tersimpan, dengan nama rekaan sepanjang 90 huruf.
certificate-preview-alt = Pratinjau sertifikat dengan nama rekaan
certificate-preview-of = Lihat templat { $name }
certificate-too-much-text = Ada teks yang terlalu panjang untuk dicetak pada sertifikat.

## Penerbitan
certificate-issue = Penerbitan
certificate-issued = Terbit
certificate-entitled = Belum menerima
certificate-withdrawn-count = Dicabut
certificate-percent = { $n }%
certificate-done-of = { $n } dari { $m } sertifikat selesai. Anda boleh menutup halaman ini.
certificate-look-again = Lihat lagi
certificate-issue-lead = Semua yang kehadirannya cukup menerima sertifikat dan diberi tahu. Nomor diambil berurutan.
certificate-issue-to = Terbitkan untuk { $n } orang
certificate-issue-asked = Sertifikat sedang diterbitkan.
certificate-issue-goes-on = Penerbitan sedang berjalan.
certificate-nobody-new = Semua yang kehadirannya cukup sudah menerima sertifikat. Yang dihitung hadir kemudian dapat menyusul.
certificate-not-published = Kegiatan ini belum terbit.
certificate-not-over = Sertifikat dapat diterbitkan sesudah kegiatan selesai.
certificate-not-counted = Kehadiran belum dihitung. Isi daftar hadir lebih dulu.
certificate-not-designed = Simpan rancangan lebih dulu.
certificate-number-taken = Penerbitan berhenti: nomor berikutnya sudah dipakai sertifikat lain. Ubah pola nomor, lalu terbitkan lagi.

## Daftar dan pencabutan
certificate-list = Daftar sertifikat
certificate-list-title = Daftar sertifikat: { $title }
certificate-list-empty = Belum ada sertifikat
certificate-number = Nomor
certificate-nip-label = NIP
certificate-role = Sebagai
certificate-state = Keadaan
certificate-stands = Berlaku
certificate-is-withdrawn-short = Dicabut
certificate-is-withdrawn = Sertifikat ini sudah dicabut.
certificate-one-title = Sertifikat { $number }
certificate-issued-at = Terbit
certificate-withdrawn-at = Dicabut { $when }
certificate-see-replacement = Lihat penggantinya
certificate-download = Unduh PDF
certificate-credential = Kredensial
certificate-credential-hint = Kredensial adalah sertifikat yang sama sebagai berkas JSON (Open Badges 3.0) untuk dompet digital dan program pemeriksa. Tanpa nama dan NIP; yang ada hanya sidiknya.
certificate-no-recipient = Pemegang sertifikat ini tidak punya NIP atau alamat surel yang diketahui, jadi kredensialnya tidak dapat dibuat. PDF-nya tetap ada.
certificate-one = Sertifikat
certificate-achievement = { $heading } sebagai { $role } pada kegiatan { $title }
certificate-criteria-attended = Hadir sesuai syarat yang ditetapkan penyelenggara.
certificate-criteria-served = Bertugas sebagai { $role } menurut penyelenggara.
certificate-withdraw = Cabut sertifikat
certificate-withdraw-lead = Sertifikat yang dicabut tetap tercatat dengan nomornya; siapa pun yang memeriksanya membaca kapan dan mengapa.
certificate-reason = Alasan
certificate-reason-hint = Terbaca oleh siapa pun yang memeriksa sertifikat.
certificate-reason-needed = Tulis alasan, paling sedikit 5 huruf.
certificate-new-name = Nama yang benar, bila salah nama
certificate-new-name-hint = Bila diisi, sertifikat baru dengan nomor baru langsung terbit.
certificate-name-too-long = Nama paling panjang 150 huruf.
certificate-withdrawn = Sertifikat dicabut.

## Sertifikat saya
certificate-mine = Sertifikat saya
certificate-mine-empty = Belum ada sertifikat
certificate-mine-empty-lead = Sertifikat kegiatan yang Anda hadiri muncul di sini begitu penyelenggara menerbitkannya.

## Riwayat
change-certificate-designed = Rancangan sertifikat disimpan
change-certificates-issued = Sertifikat diterbitkan
change-certificate-withdrawn = Sertifikat dicabut
field-certificate = Sertifikat

## Petugas: narasumber, moderator, panitia
contributor-link = Narasumber, moderator, panitia
contributor-title = Sertifikat petugas: { $title }
contributor-lead = Untuk yang bertugas tanpa mendaftar. Pegawai cukup dengan NIP; orang luar dengan nama dan asalnya.
contributor-rows = Siapa bertugas sebagai apa
contributor-rows-hint = Narasumber kegiatan sudah diisikan. Baris tanpa nama dilewati.
contributor-who = NIP, atau nama dengan gelar
contributor-from = Asal, bila diisi nama
contributor-issue = Terbitkan sertifikat
contributor-issued = Sertifikat diterbitkan.
contributor-served = Sudah menerima
contributor-nobody = Isi paling sedikit satu orang.
contributor-role-unknown = Pilih peran untuk { $who }.
contributor-nip-unknown = NIP { $who } tidak dikenal. Periksa angkanya, atau tulis namanya.
contributor-name-wrong = Tulis nama lengkap, 3 sampai 150 huruf: { $who }. NIP terdiri atas 18 angka.
contributor-has-one = { $who } sudah menerima sertifikat dengan peran ini, atau tertulis dua kali.
certificate-yours = Sertifikat Anda
certificate-unprintable = Huruf { $letters } tidak ada pada fon mana pun dan akan tercetak sebagai [?]. Ubah teksnya, atau minta pengelola sistem memasang fonnya.
certificate-unprintable-short = Tercetak [?]: { $letters }
certificate-unprintable-name = Huruf { $letters } pada nama ini tercetak sebagai [?]. Cabut sertifikat ini dengan nama yang benar, atau minta pengelola sistem memasang fonnya.
