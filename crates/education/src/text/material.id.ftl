### Materi kegiatan: paparan, dokumen, rekaman.

material-heading = Materi
material-list = Daftar materi
material-none = Belum ada materi
material-none-lead = Unggah paparan dan dokumen, atau tautkan rekaman. Peserta diberi tahu begitu materi terbuka bagi mereka.
material-add-file = Unggah berkas
material-add-link = Tambah tautan rekaman
material-file = Berkas
material-file-hint = PDF, PPTX, DOCX, XLSX, ODP, ODT, ODS, PNG atau JPEG, paling besar { $n } MB.
material-title = Judul
material-title-hint = Kosongkan untuk memakai nama berkas.
material-for-whom = Terbuka bagi
material-early = Buka sekarang, sebelum kegiatan selesai
material-early-hint = Tanpa ini hanya penyelenggara yang melihatnya sampai kegiatan selesai.
material-upload = Unggah
material-link = Alamat rekaman
material-link-hint = Diawali https://. Alamatnya ditampilkan, rekamannya tidak diputar di sini.
material-edit = Ubah materi
material-up = Naikkan
material-down = Turunkan
material-save = Simpan
material-remove = Hapus materi
material-remove-lead = Materi hilang dari halaman saat ini juga. Yang sedang mengunduh tetap menyelesaikan unduhannya. Penghapusan tercatat di riwayat.
material-is-open = Terbuka
material-opens-later = Terbuka setelah kegiatan selesai
material-only-hosts-yet = Baru penyelenggara yang melihatnya
material-at = di { $host }
material-added-at = Ditambahkan { $when }.

openness-participants = Peserta
openness-audience = Semua yang dituju kegiatan
openness-public = Semua orang yang dapat membuka halaman kegiatan

material-added = Materi ditambahkan.
material-changed = Materi disimpan.
material-arranged = Urutan materi disimpan.
material-removed = Materi dihapus.

material-file-needed = Pilih satu berkas.
material-title-needed = Tulis judul materi.
material-link-wrong = Tulis alamat lengkap yang diawali https://, tanpa nama pengguna.
material-too-many = Satu kegiatan memuat paling banyak 50 materi. Hapus yang tidak dipakai.
material-too-large = Berkas lebih dari { $n } MB. Perkecil gambarnya, pecah menjadi beberapa berkas, atau tautkan dari tempat lain.
material-broken-off = Pengiriman terputus. Kirim berkas sekali lagi.
material-file-missing = Isi materi ini tidak ada lagi di penyimpanan. Hubungi penyelenggara.
material-refused-empty = Berkas ini kosong. Periksa, lalu pilih berkas yang benar.
material-refused-unknown = Isi berkas ini bukan PDF, PPTX, DOCX, XLSX, ODP, ODT, ODS, PNG atau JPEG, apa pun namanya. Simpan sebagai PDF.
material-refused-active = Isi berkas ini halaman web atau gambar yang dapat menjalankan program, bukan dokumen. Simpan sebagai PDF.
material-refused-mixed = Berkas ini memuat berkas lain di dalamnya. Buka dan simpan ulang, lalu kirim hasilnya.
material-refused-bomb = Berkas ini mengembang menjadi jauh lebih besar dari ukurannya. Simpan ulang sebagai PDF.
material-refused-damaged = Berkas ini rusak atau tidak lengkap. Buka, simpan ulang, lalu kirim lagi.
material-refused-macros = Berkas ini memuat makro. Simpan tanpa makro, atau sebagai PDF.
material-refused-old = Berkas ini berformat Office lama atau berkata sandi. Simpan sebagai PPTX, DOCX, XLSX atau PDF tanpa kata sandi.

change-material-added = Materi ditambahkan
change-material-changed = Materi diubah
change-material-removed = Materi dihapus
field-material = Materi
field-openness = Terbuka bagi
field-material_early = Dibuka sebelum selesai

letter-subject-materials = Materi tersedia: { $title }
letter-lead-materials = Materi kegiatan ini dapat Anda buka di halaman kegiatan.
notice-told-materials = Materi kegiatan tersedia.
