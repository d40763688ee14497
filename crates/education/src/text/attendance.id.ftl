### Presensi, pintu, laporan rapat, bukti, dan daftar hadir.

attendance-activities = Kegiatan
attendance-to-activity = Ke halaman kegiatan
attendance-to-roll = Lihat daftar hadir
attendance-to-participants = Lihat peserta
attendance-to-reports = Laporan rapat
attendance-to-scan = Pindai di pintu

## Judul halaman
attendance-title-presenter = Layar penyaji: { $title }
attendance-title-check-in = Presensi: { $title }
attendance-title-here = Presensi
attendance-title-scan = Pindai tiket: { $title }
attendance-title-meeting = Laporan rapat: { $title }
attendance-title-roll = Daftar hadir: { $title }
attendance-title-own = Kehadiran Anda: { $title }
attendance-title-ledger = Kehadiran { $name }

## Bagian sesi
attendance-part-start = Presensi awal
attendance-part-middle = Presensi tengah
attendance-part-end = Presensi akhir
attendance-part-unknown = Pilih presensi awal, tengah, atau akhir.

## Layar penyaji
attendance-presenter-lead = Buka presensi, lalu tampilkan layar ini kepada peserta. Kodenya berganti setiap menit.
attendance-screen-open = Buka { $address }
attendance-screen-type = lalu ketik kode ini
attendance-screen-time-left = Sisa waktu kode
attendance-screen-changes = Kode berganti setiap menit. Kode satu menit sebelumnya masih diterima.
attendance-screen-of = dari { $n } peserta sudah hadir
attendance-qr-of-code = Kode QR menuju halaman presensi dengan kode terisi
attendance-open-heading = Buka presensi
attendance-open-hint = Membuka yang baru menutup yang sedang terbuka. Buka tiga kali, di awal, tengah, dan akhir, untuk bukti terbaik.
attendance-close = Tutup presensi
attendance-checkpoints = Yang sudah dibuka
attendance-closed-at = ditutup { $time }
attendance-checked-in-count = { $n } orang mengisi kode
attendance-checkpoint-opened = Presensi dibuka.
attendance-checkpoint-closed = Presensi ditutup dan kehadiran sudah dihitung.
attendance-too-early = Belum waktunya. Presensi dapat dibuka satu jam sebelum kegiatan mulai, dan tiket dapat dipindai tiga jam sebelumnya.
attendance-too-late = Kegiatan ini sudah selesai. Kehadiran yang kurang dapat dikoreksi dari daftar hadir.
attendance-not-published = Kegiatan ini masih draf. Terbitkan dahulu, baru kehadiran dapat dicatat.
attendance-not-started = Kegiatan belum mulai. Kehadiran dapat dilengkapi setelah kegiatan mulai.

## Presensi peserta
attendance-enter-heading = Isi presensi Anda
attendance-code = Kode di layar penyaji
attendance-code-hint = Enam huruf. Huruf besar atau kecil sama saja.
attendance-i-am-here = Saya hadir
attendance-checked-in = Kehadiran Anda tercatat.
attendance-entered-current = Presensi yang sedang dibuka sudah Anda isi.
attendance-entered-heading = Presensi yang sudah Anda isi
attendance-entered-none = Belum ada. Kode muncul di layar penyaji pada awal, tengah, atau akhir kegiatan.
attendance-here-lead = Pilih kegiatan yang sedang Anda ikuti.
attendance-here-none = Sekarang tidak ada presensi yang dibuka untuk kegiatan Anda.
attendance-here-hint = Presensi hanya terlihat oleh peserta terdaftar yang sudah mendapat tempat.
attendance-trouble = Kode tidak diterima?
attendance-trouble-text = Kode hanya terdiri atas huruf, tanpa angka dan tanpa huruf hidup. Ketik kode yang sedang tampil; kode berganti setiap menit. Jika sinyal lemah, beri tahu panitia: kehadiran juga dihitung dari laporan rapat.
attendance-refused-cancelled = Kegiatan ini dibatalkan, jadi presensinya tidak dibuka.
attendance-refused-not-registered = Anda belum terdaftar di kegiatan ini. Daftar dahulu di halaman kegiatan, lalu isi presensi.
attendance-refused-gave-up-seat = Anda sudah membatalkan pendaftaran. Daftar lagi di halaman kegiatan jika masih ada tempat.
attendance-refused-waiting = Anda masih di daftar tunggu. Presensi terbuka bagi Anda setelah mendapat tempat.
attendance-refused-not-started = Presensi belum dibuka. Buka halaman ini lagi saat kegiatan mulai.
attendance-refused-nothing-open = Sekarang tidak ada presensi yang dibuka. Tunggu sampai kode muncul di layar penyaji.
attendance-refused-over = Kegiatan ini sudah selesai dan presensinya ditutup. Jika Anda hadir tetapi belum tercatat, hubungi penyelenggara.
attendance-refused-wrong-code = Kode ini salah. Periksa lagi enam huruf di layar penyaji.
attendance-refused-old-code = Kode ini sudah berganti. Ketik kode yang sekarang ada di layar.
attendance-refused-guessed = Terlalu sering salah. Tunggu { $minutes } menit, lalu ketik kode yang ada di layar.

## Pintu
attendance-scan-heading = Pindai tiket peserta
attendance-ticket = Tiket
attendance-ticket-hint = Arahkan pemindai ke QR peserta, atau ketik nomor tiketnya.
attendance-record = Catat hadir
attendance-scan-help = Tanpa pemindai: buka kamera ponsel, arahkan ke QR peserta, lalu ketuk tautannya.
attendance-scan-latest = Yang baru dipindai
attendance-scan-none = Belum ada tiket yang dipindai.
attendance-scan-next = Pindai tiket berikutnya
attendance-first-scanned = Pertama dipindai { $time } oleh { $by }
attendance-scanned = Hadir, sudah dicatat.
attendance-scanned-before = Tiket ini sudah dipindai sebelumnya; kehadirannya tetap tercatat.
attendance-ticket-unknown = Tiket ini bukan tiket kegiatan ini. Periksa apakah peserta membuka tiket yang benar.
attendance-ticket-cancelled = Pemilik tiket ini sudah membatalkan pendaftarannya. Minta ia mendaftar lagi.
attendance-ticket-waiting = Pemilik tiket ini masih di daftar tunggu dan belum mendapat tempat.

## Bukti
attendance-evidence = Bukti
attendance-no-evidence = Belum ada bukti kehadiran.
attendance-by-checkpoint = Kode presensi
attendance-by-scan = Pindai di pintu
attendance-by-report = Laporan rapat
attendance-by-manual = Koreksi
attendance-by-join = Tautan rapat dibuka
attendance-recorded = Dicatat { $time }
attendance-recorded-by = Dicatat { $time } oleh { $by }
attendance-from-file = { $file }, baris { $line }, sebagai “{ $name }”
attendance-because-of = Alasan: { $reason }
attendance-revoked = Ditarik
attendance-revoked-by = { $time } oleh { $by }, alasan: { $reason }
attendance-undone-reason = Baris laporan dicocokkan ulang

## Hitungan
attendance-of-seated = dari { $n } peserta
attendance-minimum = Batas hadir
attendance-is-present = Hadir
attendance-is-absent = Tidak hadir
attendance-not-counted = Belum dihitung
attendance-minutes = { $n } menit
attendance-minutes-heading = Menit
attendance-of-minutes = dari { $n } menit
attendance-minutes-unplaced = { $n } menit, tanpa keterangan waktu
attendance-share = Bagian sesi
attendance-needs-share = hadir mulai { $n }
attendance-because = Dasar
attendance-because-manual = Koreksi penyelenggara
attendance-because-scan = Dipindai di pintu
attendance-because-minutes = Menit dalam laporan rapat
attendance-because-checkpoints = Kode presensi
attendance-because-nothing = Tanpa bukti
attendance-rule-heading = Bagaimana kehadiran dihitung?
attendance-rule = Hadir berarti dipindai di pintu, atau mengikuti sedikitnya { $n } dari sesi. Waktu dari semua laporan rapat digabung tanpa dihitung dua kali dan dipotong pada jam kegiatan. Tiap kode presensi mewakili bagian sesi yang sama besar: tiga dari tiga, dua dari dua, atau satu dari satu berarti seluruh sesi. Koreksi penyelenggara yang terakhir selalu menentukan. Membuka tautan rapat saja tidak dihitung.
attendance-count-again = Hitung ulang
attendance-counted = Kehadiran sudah dihitung ulang.

## Koreksi
attendance-correct = Koreksi
attendance-correct-lead = Koreksi menggantikan hitungan dan tersimpan selamanya bersama alasannya.
attendance-decision = Keputusan
attendance-decision-minutes = Tetapkan menit
attendance-decision-required = Pilih hadir, tidak hadir, atau tetapkan menit.
attendance-minutes-hint = Hanya untuk “Tetapkan menit”, paling banyak { $n }.
attendance-minutes-too-many = Sesi ini hanya { $n } menit. Tulis angka yang lebih kecil.
attendance-reason = Alasan
attendance-reason-hint = Misalnya: hadir di ruang rapat bersama, lihat foto.
attendance-reason-required = Tulis alasannya. Alasan dibaca oleh semua penyelenggara dan tersimpan.
attendance-save-correction = Simpan koreksi
attendance-take-back = Tarik koreksi
attendance-corrected = Koreksi tersimpan dan kehadiran dihitung ulang.
attendance-correction-taken-back = Koreksi ditarik dan kehadiran dihitung ulang.
attendance-correction-gone = Koreksi ini sudah ditarik oleh penyelenggara lain.
attendance-no-seat = Orang ini tidak punya tempat di kegiatan ini, jadi kehadirannya tidak dihitung.

## Daftar hadir
attendance-roll = Daftar hadir
attendance-roll-empty = Tidak ada peserta dalam daftar ini.
attendance-filter-all = Semua
attendance-column-number = No.
attendance-column-name = Nama
attendance-column-nip = NIP
attendance-column-agency = Instansi
attendance-column-verdict = Kehadiran
attendance-column-percent = Persen
attendance-print-title = Kegiatan
attendance-print-date = Hari, tanggal
attendance-print-hosts = Penyelenggara
attendance-print-place = Tempat
attendance-print-online = Daring
attendance-print-count = Jumlah
attendance-print-counts = { $present } hadir, { $absent } tidak hadir, dari { $seated } peserta
attendance-print-cut = Hanya { $n } baris pertama yang dicetak. Unduh XLSX untuk daftar lengkap.
attendance-back-to-roll = Kembali ke daftar hadir
attendance-own-not-counted = Kehadiran dihitung setelah kegiatan selesai atau laporan rapat diunggah.
attendance-own-wrong = Ada yang keliru? Hubungi penyelenggara; mereka dapat mengoreksi dengan alasan.

## Laporan rapat
attendance-reports = Laporan rapat
attendance-reports-none = Belum ada laporan. Unduh laporan kehadiran dari Zoom, Google Meet, Microsoft Teams, atau BigBlueButton, lalu unggah di sini.
attendance-upload = Unggah laporan
attendance-upload-button = Unggah dan cocokkan
attendance-file = Berkas laporan kehadiran
attendance-file-hint = CSV seperti diunduh dari layanan rapat, paling besar 20 MB.
attendance-file-required = Pilih berkas laporannya dahulu.
attendance-file-zone = Zona waktu dalam berkas
attendance-file-zone-hint = Zona akun pemilik rapat. Berkas tidak menyebut zonanya.
attendance-zone-sure = Zona yang saya pilih memang benar
attendance-date-order = Urutan tanggal dalam berkas
attendance-day-first = Hari dahulu, misalnya 18/11/2026
attendance-month-first = Bulan dahulu, misalnya 11/18/2026
attendance-uploaded-by = { $time } oleh { $by }
attendance-report-rows = { $rows } baris. { $open } menunggu keputusan, { $aside } disisihkan.
attendance-remarks = Catatan pembacaan, { $n } baris dilewati
attendance-skipped-waiting-room = Di ruang tunggu
attendance-report-taken = Laporan dibaca, dicocokkan, dan kehadiran sudah dihitung.
attendance-report-known = Berkas yang sama sudah pernah diunggah. Tidak ada yang berubah.
attendance-report-changed = Laporan ini baru saja diubah oleh penyelenggara lain. Muat ulang halaman.
attendance-withdraw = Tarik laporan
attendance-withdraw-hint = Semua bukti dari laporan ini ikut ditarik. Berkasnya boleh diunggah lagi.
attendance-withdrawn = Ditarik
attendance-report-withdrawn = Laporan ditarik dan kehadiran dihitung ulang.
attendance-minutes-wait = { $n } baris hanya menyebut jumlah menit, bukan kapan, jadi belum dihitung. Hitung menit itu bila Anda percaya berkas ini.
attendance-accept-minutes = Hitung menitnya
attendance-minutes-accepted = Menit dari berkas ini sekarang dihitung.
attendance-minutes-counted = Menit tanpa keterangan waktu dihitung. Alasan: { $reason }
attendance-rows = Baris laporan
attendance-rows-open = Menunggu keputusan
attendance-rows-matched = Cocok
attendance-rows-aside = Disisihkan
attendance-rows-open-none = Semua baris sudah cocok atau diputuskan.
attendance-rows-matched-none = Belum ada baris yang cocok.
attendance-rows-aside-none = Tidak ada baris yang disisihkan.
attendance-match-again = Cocokkan lagi
attendance-match-again-hint = Setelah mendaftarkan peserta yang belum terdaftar.
attendance-matched-again = Baris yang terbuka sudah dicocokkan lagi.
attendance-matched-by-link = Cocok menurut tautan pribadi
attendance-matched-by-mail = Cocok menurut surel
attendance-matched-by-nip = Cocok menurut NIP
attendance-matched-by-name = Cocok menurut nama yang persis sama
attendance-matched-by-decision = Diputuskan penyelenggara
attendance-row-account = Nama akun: { $name }
attendance-row-line = Baris { $line }.
attendance-row-no-suggestion = Tidak ada peserta yang mirip.
attendance-assign = Ini orangnya
attendance-undo = Batalkan
attendance-set-aside-why = Bukan peserta
attendance-aside-committee = Panitia atau narasumber
attendance-aside-shared-device = Perangkat atau ruang bersama
attendance-aside-not-registered = Orang yang tidak terdaftar
attendance-aside-unknown = Tidak dikenali
attendance-search = Cari peserta
attendance-search-for = Siapakah “{ $name }”?
attendance-search-words = Nama, NIP, surel, atau instansi
attendance-search-none = Tidak ada peserta yang cocok. Orang yang belum terdaftar dapat didaftarkan dahulu, lalu pilih Cocokkan lagi.
attendance-search-back = Kembali ke semua baris
attendance-row-assigned = Baris dicocokkan dan kehadiran dihitung ulang.
attendance-row-set-aside = Baris disisihkan.
attendance-row-undone = Keputusan dibatalkan.
attendance-row-decided = Baris ini sudah diputuskan oleh penyelenggara lain.
attendance-registration-required = Pilih pesertanya dahulu.

## Riwayat kegiatan
change-attendance-corrected = Kehadiran dikoreksi
change-attendance-correction-taken-back = Koreksi kehadiran ditarik
change-report-uploaded = Laporan rapat diunggah
change-report-withdrawn = Laporan rapat ditarik
change-report-minutes-accepted = Menit tanpa keterangan waktu dihitung
field-decision = Keputusan
field-file = Berkas
