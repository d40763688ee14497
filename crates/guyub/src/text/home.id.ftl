### Beranda.

home-public-title = Instansi bekerja bersama. Hasilnya terlihat.
home-public-lead = Di Guyub, kantor pemerintah mengajak kantor lain menyelenggarakan edukasi bersama, mencatat siapa yang benar-benar hadir, dan melanjutkannya menjadi kerja yang hasilnya diperiksa mitra.
home-search = Apa yang ingin Anda pelajari?
home-search-do = Cari
home-how = Cara kerja Guyub
home-step-1 = Ada kebutuhan
home-step-1-more = Satu kantor menyusun kegiatan.
home-step-2 = Mitra ditemukan
home-step-2-more = Guyub menunjukkan kantor lain yang merencanakan hal serupa.
home-step-3 = Dikerjakan bersama
home-step-3-more = Semua penyelenggara memilikinya setara.
home-step-4 = Kehadiran terbukti
home-step-4-more = Setiap menit dapat ditelusuri ke buktinya.
home-title = Yang menunggu Anda
home-greeting = Halo, { $name }.
home-nothing = Tidak ada yang menunggu Anda
home-nothing-lead = Cari kegiatan yang berguna bagi pekerjaan Anda.
home-find = Lihat kegiatan
about-title = Tentang Guyub
about-name = Guyub (Jawa dan Indonesia: rukun, akrab) adalah akar kata paguyuban.
about-privacy = Privasi
about-privacy-text = NIP disamarkan di halaman umum, NIK tidak pernah diminta, dan tidak ada pelacak. Data kehadiran hanya terlihat oleh penyelenggara dan orangnya sendiri.
about-access = Aksesibilitas
about-access-text = Semua halaman dapat dipakai tanpa JavaScript, dengan papan ketik, dan dengan pembaca layar. Bila ada yang menghalangi Anda, sampaikan kepada pengelola instansi Anda.
about-open = Data terbuka dan API
about-open-text = Setiap halaman juga tersedia sebagai JSON, dan kalender dapat diikuti dari aplikasi apa pun.
