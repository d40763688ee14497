### Teks lambang pada sertifikat.

crest-heading = Lambang
crest-lead = Dicetak di atas nama penyelenggara. Lambang yang pernah diunggah sebuah instansi dipakai lagi dengan sendirinya pada kegiatan berikutnya.
crest-alt = Lambang { $name }
crest-none = Belum ada lambang.
crest-taken-over = Diambil dari kegiatan sebelumnya.
crest-printed = Dicetak pada sertifikat kegiatan ini.
crest-remove = Hapus lambang
crest-of = Lambang milik
crest-file = Berkas lambang
crest-file-hint = PNG atau JPEG, paling besar 4 MB dan 4.000 titik tiap sisi. Latar tembus pandang boleh. Gambar SVG: simpan dulu sebagai PNG.
crest-upload = Unggah lambang
crest-is-added = Lambang disimpan. Sertifikat yang sudah terbit tidak berubah.
crest-is-removed = Lambang dihapus dari rancangan ini. Sertifikat yang sudah terbit tidak berubah.
crest-is-another = Lambang ini sudah diganti orang lain. Muat ulang halaman, lalu periksa lagi.
crest-file-missing = Lambang pada sertifikat ini tidak ada lagi di penyimpanan. Hubungi penyelenggara.

crest-owner-unknown = Pilih salah satu penyelenggara kegiatan ini.
crest-file-needed = Pilih satu berkas gambar.
crest-kind-unknown = Isi berkas ini bukan gambar PNG atau JPEG, apa pun namanya. Simpan lambang sebagai PNG.
crest-damaged = Gambar ini rusak atau tidak utuh. Buka, simpan ulang sebagai PNG, lalu kirim lagi.
crest-too-large = Berkas lebih dari { $n } MB. Perkecil gambarnya, lalu kirim lagi.
crest-too-many-points = Gambar ini lebih dari 4.000 titik tiap sisi, atau terlalu besar untuk dibuka. Perkecil, lalu kirim lagi.

## Riwayat
change-crest-added = Lambang pada sertifikat dipasang
change-crest-removed = Lambang pada sertifikat dihapus
field-crest = Lambang
