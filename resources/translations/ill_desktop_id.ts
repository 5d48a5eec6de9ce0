<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>About</name>
    <message>
        <source>About ILL Desktop</source>
        <translation>Tentang ILL Desktop</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versi {version}</translation>
    </message>
    <message>
        <source>Interlibrary loan for one library: borrow, lend, print, count, and talk to partners by files.</source>
        <translation>Pinjam antarperpustakaan untuk satu perpustakaan: meminjam, meminjamkan, mencetak, menghitung, dan bertukar berkas dengan mitra.</translation>
    </message>
    <message>
        <source>Apache License 2.0. Qt for Python is used under the LGPL; the icons are from Lucide under the ISC licence.</source>
        <translation>Lisensi Apache 2.0. Qt for Python dipakai di bawah LGPL; ikon berasal dari Lucide di bawah lisensi ISC.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>Empty: today</source>
        <translation>Kosong: hari ini</translation>
    </message>
    <message>
        <source>Needed by {day}</source>
        <translation>Diperlukan sebelum {day}</translation>
    </message>
    <message>
        <source>They wrote: “{text}”</source>
        <translation>Pesan mereka: “{text}”</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>The draft {number} will be deleted.</source>
        <translation>Konsep {number} akan dihapus.</translation>
    </message>
    <message>
        <source>{partner} will be asked to cancel {number}.</source>
        <translation>{partner} akan diminta membatalkan {number}.</translation>
    </message>
    <message>
        <source>{partner} will be told that {number} is no longer wanted.</source>
        <translation>{partner} akan diberi tahu bahwa {number} tidak diperlukan lagi.</translation>
    </message>
    <message>
        <source>{partner} will be told that {number} is lost.</source>
        <translation>{partner} akan diberi tahu bahwa {number} hilang.</translation>
    </message>
    <message>
        <source>{number} will be closed without return.</source>
        <translation>{number} akan ditutup tanpa pengembalian.</translation>
    </message>
    <message>
        <source>{partner} will be told that {number} is cancelled.</source>
        <translation>{partner} akan diberi tahu bahwa {number} dibatalkan.</translation>
    </message>
    <message>
        <source>“{act}” cannot be undone.</source>
        <translation>“{act}” tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>{number} is saved.</source>
        <translation>{number} disimpan.</translation>
    </message>
    <message>
        <source>{number}: to be sent at {time}; until then, Undo takes it back entirely.</source>
        <translation>{number}: akan dikirim {time}; sebelum itu, Urungkan membatalkannya sepenuhnya.</translation>
    </message>
    <message>
        <source>{number}: a reminder leaves at {time}; until then, Undo takes it back.</source>
        <translation>{number}: pengingat akan dikirim {time}; sebelum itu, Urungkan membatalkannya.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Tidak ada yang dapat diurungkan.</translation>
    </message>
    <message>
        <source>&amp;Undo: {act}</source>
        <translation>&amp;Urungkan: {act}</translation>
    </message>
    <message>
        <source>Not yet: {barcodes}.</source>
        <translation>Belum: {barcodes}.</translation>
    </message>
    <message>
        <source>{number} has left and cannot be called back: {partner} is asked to cancel.</source>
        <translation>{number} sudah terkirim dan tidak dapat ditarik: {partner} diminta membatalkannya.</translation>
    </message>
    <message>
        <source>{number} is as it was here: {state}. What has left cannot be called back: {partner} is told.</source>
        <translation>Di sini {number} kembali seperti semula: {state}. Pesan yang sudah terkirim tidak dapat ditarik: {partner} diberi tahu.</translation>
    </message>
    <message>
        <source>{number} is as it was: {state}. To do it again, choose “{act}”.</source>
        <translation>{number} kembali seperti semula: {state}. Untuk mengulanginya, pilih “{act}”.</translation>
    </message>
    <message>
        <source>The message leaves at {time}.</source>
        <translation>Pesannya akan dikirim {time}.</translation>
    </message>
    <message>
        <source>Print request slip</source>
        <translation>Cetak slip permintaan</translation>
    </message>
    <message>
        <source>Nothing was undone yet. Next comes: {act}. Undo once more takes that back.</source>
        <translation>Belum ada yang diurungkan. Berikutnya: {act}. Urungkan sekali lagi untuk mengembalikannya.</translation>
    </message>
    <message>
        <source>Drop mail to {partner}</source>
        <translation>Hapus surel ke {partner}</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Send request</source>
        <translation>Kirim permintaan</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Hapus konsep</translation>
    </message>
    <message>
        <source>Send reminder</source>
        <translation>Kirim pengingat</translation>
    </message>
    <message>
        <source>Ask for status</source>
        <translation>Tanyakan status</translation>
    </message>
    <message>
        <source>Ask to cancel</source>
        <translation>Minta pembatalan</translation>
    </message>
    <message>
        <source>Accept conditions</source>
        <translation>Setujui syarat</translation>
    </message>
    <message>
        <source>Refuse conditions</source>
        <translation>Tolak syarat</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ajukan ulang</translation>
    </message>
    <message>
        <source>Do not try again here</source>
        <translation>Jangan ajukan ulang di sini</translation>
    </message>
    <message>
        <source>Send to next library</source>
        <translation>Kirim ke perpustakaan berikutnya</translation>
    </message>
    <message>
        <source>Move on to another library</source>
        <translation>Beralih ke perpustakaan lain</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Hentikan pencarian</translation>
    </message>
    <message>
        <source>Mark received</source>
        <translation>Tandai diterima</translation>
    </message>
    <message>
        <source>Ask to renew</source>
        <translation>Minta perpanjangan</translation>
    </message>
    <message>
        <source>Mark sent back</source>
        <translation>Tandai dikirim kembali</translation>
    </message>
    <message>
        <source>Mark sent on to another library</source>
        <translation>Tandai diteruskan ke perpustakaan lain</translation>
    </message>
    <message>
        <source>Report lost</source>
        <translation>Laporkan hilang</translation>
    </message>
    <message>
        <source>Mark copy received</source>
        <translation>Tandai salinan diterima</translation>
    </message>
    <message>
        <source>Mark reader notified</source>
        <translation>Tandai pemustaka diberi tahu</translation>
    </message>
    <message>
        <source>Mark handed out</source>
        <translation>Tandai diserahkan</translation>
    </message>
    <message>
        <source>Mark returned by reader</source>
        <translation>Tandai dikembalikan pemustaka</translation>
    </message>
    <message>
        <source>Record their answer</source>
        <translation>Catat jawaban mereka</translation>
    </message>
    <message>
        <source>Use the library that is sending</source>
        <translation>Pilih perpustakaan yang mengirim</translation>
    </message>
    <message>
        <source>Write message</source>
        <translation>Tulis pesan</translation>
    </message>
    <message>
        <source>Close by hand</source>
        <translation>Tutup secara manual</translation>
    </message>
    <message>
        <source>We are checking</source>
        <translation>Sedang kita periksa</translation>
    </message>
    <message>
        <source>We will supply</source>
        <translation>Akan kita penuhi</translation>
    </message>
    <message>
        <source>Supply with conditions</source>
        <translation>Penuhi dengan syarat</translation>
    </message>
    <message>
        <source>Cannot supply</source>
        <translation>Tidak dapat dipenuhi</translation>
    </message>
    <message>
        <source>Ask them to try again</source>
        <translation>Minta mereka mengajukan ulang</translation>
    </message>
    <message>
        <source>Print pull slip</source>
        <translation>Cetak slip pengambilan</translation>
    </message>
    <message>
        <source>Mark fetched</source>
        <translation>Tandai sudah diambil</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>Kirim bahan</translation>
    </message>
    <message>
        <source>Send copy</source>
        <translation>Kirim salinan</translation>
    </message>
    <message>
        <source>Accept cancellation</source>
        <translation>Setujui pembatalan</translation>
    </message>
    <message>
        <source>Refuse cancellation</source>
        <translation>Tolak pembatalan</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Perpanjang</translation>
    </message>
    <message>
        <source>Refuse renewal</source>
        <translation>Tolak perpanjangan</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Report overdue</source>
        <translation>Laporkan terlambat</translation>
    </message>
    <message>
        <source>Ask them to keep it</source>
        <translation>Minta mereka menyimpannya dahulu</translation>
    </message>
    <message>
        <source>Let them send it back</source>
        <translation>Persilakan mereka mengirimnya kembali</translation>
    </message>
    <message>
        <source>Mark back</source>
        <translation>Tandai sudah kembali</translation>
    </message>
    <message>
        <source>Record their message</source>
        <translation>Catat pesan mereka</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Buka kembali</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Batalkan pencatatan</translation>
    </message>
    <message>
        <source>Mark seen</source>
        <translation>Tandai sudah dilihat</translation>
    </message>
    <message>
        <source>Mark told</source>
        <translation>Tandai sudah disampaikan</translation>
    </message>
    <message>
        <source>Mark conditions accepted</source>
        <translation>Tandai syarat disetujui</translation>
    </message>
    <message>
        <source>Close without return</source>
        <translation>Tutup tanpa pengembalian</translation>
    </message>
</context>
<context>
    <name>ActionDialog</name>
    <message>
        <source>{name} (optional)</source>
        <translation>{name} (opsional)</translation>
    </message>
    <message>
        <source>Empty: today</source>
        <translation>Kosong: hari ini</translation>
    </message>
    <message>
        <source>Empty: a week from now, or as due if that is sooner</source>
        <translation>Kosong: seminggu lagi, atau sesuai jatuh tempo jika lebih cepat</translation>
    </message>
    <message>
        <source>Choose the library to ask.</source>
        <translation>Pilih perpustakaan yang akan dimintai.</translation>
    </message>
    <message>
        <source>The pages of the PDF are counted instead.</source>
        <translation>Yang dihitung adalah halaman PDF itu.</translation>
    </message>
    <message>
        <source>0: not known</source>
        <translation>0: tidak diketahui</translation>
    </message>
    <message>
        <source>They wrote: “{text}”</source>
        <translation>Pesan mereka: “{text}”</translation>
    </message>
    <message>
        <source>Nothing is attached, and no address or way is given.</source>
        <translation>Tidak ada yang dilampirkan, dan alamat web atau cara kirim belum diisi.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Perhatian</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gagal</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitas</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>No notices yet.</source>
        <translation>Belum ada pemberitahuan.</translation>
    </message>
    <message>
        <source>Since the program was opened. Enter opens the request that a line names.</source>
        <translation>Sejak program dibuka. Enter membuka permintaan yang disebut pada baris.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Align</name>
    <message>
        <source>Align printer</source>
        <translation>Sesuaikan posisi cetak</translation>
    </message>
    <message>
        <source>Print the test sheet, hold it against the light together with a sheet of labels, and enter here how far the print has to move.</source>
        <translation>Cetak lembar uji, terawang bersama lembar label ke arah cahaya, lalu isi di sini berapa jauh cetakan harus digeser.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Pencetak</translation>
    </message>
    <message>
        <source>Paper or labels</source>
        <translation>Kertas atau label</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Ke kanan</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ke bawah</translation>
    </message>
    <message>
        <source>Save test sheet…</source>
        <translation>Simpan lembar uji…</translation>
    </message>
    <message>
        <source>Print test sheet…</source>
        <translation>Cetak lembar uji…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>AlignDialog</name>
    <message>
        <source>PDF files and every other printer</source>
        <translation>Berkas PDF dan semua pencetak lain</translation>
    </message>
    <message>
        <source>Save test sheet</source>
        <translation>Simpan lembar uji</translation>
    </message>
    <message>
        <source>test sheet</source>
        <translation>lembar uji</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Similar: {requests}</source>
        <translation>Serupa: {requests}</translation>
    </message>
    <message>
        <source>For somebody else: {requests}</source>
        <translation>Untuk orang lain: {requests}</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Answer a lending request</source>
        <translation>Jawab permintaan mitra</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Item barcode</source>
        <translation>Kode batang eksemplar</translation>
    </message>
    <message>
        <source>&amp;1  We will supply</source>
        <translation>&amp;1  Akan kita penuhi</translation>
    </message>
    <message>
        <source>&amp;2  Cannot supply</source>
        <translation>&amp;2  Tidak dapat dipenuhi</translation>
    </message>
    <message>
        <source>&amp;3  Try again</source>
        <translation>&amp;3  Minta ajukan ulang</translation>
    </message>
    <message>
        <source>&amp;4  With conditions</source>
        <translation>&amp;4  Dengan syarat</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Try again after</source>
        <translation>Ajukan ulang setelah</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Diperkirakan pada</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Note to the partner</source>
        <translation>Catatan untuk mitra</translation>
    </message>
    <message>
        <source>Print the pull slip</source>
        <translation>Cetak slip pengambilan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>Kirim jawaban</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Alt+{n} while a field is written into</source>
        <translation>Alt+{n} saat sedang mengisi kolom</translation>
    </message>
    <message>
        <source>More than they will pay: “Try again” asks them for a higher limit.</source>
        <translation>Melebihi kesanggupan bayar mereka: “Minta ajukan ulang” meminta batas yang lebih tinggi.</translation>
    </message>
    <message>
        <source>{n} more to answer</source>
        <translation>{n} lagi menunggu jawaban</translation>
    </message>
    <message>
        <source>They pay at most {amount}</source>
        <translation>Mereka membayar paling banyak {amount}</translation>
    </message>
    <message>
        <source>Empty: worked out on the day it is sent out</source>
        <translation>Kosong: dihitung pada hari pengiriman</translation>
    </message>
</context>
<context>
    <name>Arrived</name>
    <message>
        <source>{n} file arrived with the message: {names}</source>
        <translation>{n} berkas menyertai pesan: {names}</translation>
    </message>
    <message>
        <source>{n} files arrived with the message: {names}</source>
        <translation>{n} berkas menyertai pesan: {names}</translation>
    </message>
    <message>
        <source>Arrived with the message</source>
        <translation>Menyertai pesan</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>If it is meant, press again.</source>
        <translation>Jika memang itu maksudnya, tekan sekali lagi.</translation>
    </message>
</context>
<context>
    <name>AskingLibrary</name>
    <message>
        <source>No library has this name or symbol.</source>
        <translation>Tidak ada perpustakaan dengan nama atau kode ini.</translation>
    </message>
    <message>
        <source>Several libraries could be meant. Choose one.</source>
        <translation>Beberapa perpustakaan cocok. Pilih salah satu.</translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <source>cannot supply</source>
        <translation>tidak dapat memenuhi</translation>
    </message>
    <message>
        <source>can be asked again</source>
        <translation>dapat dimintai lagi</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>{partner} was asked for this already: {answer}.</source>
        <translation>{partner} sudah pernah dimintai bahan ini: {answer}.</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Close</source>
        <translation>Sembunyikan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Perhatian</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gagal</translation>
    </message>
</context>
<context>
    <name>Barcodes</name>
    <message>
        <source>Can stay empty</source>
        <translation>Boleh dikosongkan</translation>
    </message>
    <message>
        <source>One barcode a line. Empty: all {n} volumes</source>
        <translation>Satu kode batang per baris. Kosong: semua {n} jilid</translation>
    </message>
    <message>
        <source>Empty: the other volume</source>
        <translation>Kosong: jilid yang satu lagi</translation>
    </message>
    <message>
        <source>One barcode a line. Empty: the other {n} volumes</source>
        <translation>Satu kode batang per baris. Kosong: {n} jilid lainnya</translation>
    </message>
</context>
<context>
    <name>BehindView</name>
    <message>
        <source>Requests behind the figure</source>
        <translation>Permintaan di balik angka</translation>
    </message>
    <message>
        <source>Back to the figures</source>
        <translation>Kembali ke statistik</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Tampilkan lebih banyak</translation>
    </message>
    <message>
        <source>{n} request</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>{n} requests</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>{n} requests, the newest {shown} are shown</source>
        <translation>{n} permintaan, {shown} terbaru ditampilkan</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Requesting library</source>
        <translation>Perpustakaan peminta</translation>
    </message>
    <message>
        <source>Supplying library</source>
        <translation>Perpustakaan pemasok</translation>
    </message>
    <message>
        <source>Request number</source>
        <translation>Nomor permintaan</translation>
    </message>
    <message>
        <source>Number at the supplying library</source>
        <translation>Nomor di perpustakaan pemasok</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Jenis permintaan</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Anak judul</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>Article or chapter</source>
        <translation>Artikel atau bab</translation>
    </message>
    <message>
        <source>Author of the article</source>
        <translation>Pengarang artikel</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edisi</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Kota terbit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun terbit</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Jilid</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Diperlukan sebelum</translation>
    </message>
    <message>
        <source>Pays at most</source>
        <translation>Bersedia membayar paling banyak</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>received</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>we are looking</source>
        <translation>sedang kami cari</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>copy sent</source>
        <translation>salinan dikirim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>later</source>
        <translation>nanti</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>please send back</source>
        <translation>mohon dikembalikan</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>sudah kembali</translation>
    </message>
    <message>
        <source>closed without return</source>
        <translation>ditutup tanpa pengembalian</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>how does it stand</source>
        <translation>bagaimana statusnya</translation>
    </message>
    <message>
        <source>it has arrived</source>
        <translation>sudah tiba</translation>
    </message>
    <message>
        <source>please cancel</source>
        <translation>mohon dibatalkan</translation>
    </message>
    <message>
        <source>please renew</source>
        <translation>mohon diperpanjang</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>dikirim kembali</translation>
    </message>
    <message>
        <source>sent on</source>
        <translation>diteruskan</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>sebuah catatan</translation>
    </message>
    <message>
        <source>it is lost</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>loan</source>
        <translation>pinjaman</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>salinan</translation>
    </message>
    <message>
        <source>copy or loan</source>
        <translation>salinan atau pinjaman</translation>
    </message>
</context>
<context>
    <name>BringIn</name>
    <message>
        <source>Bring in current loans</source>
        <translation>Masukkan pinjaman berjalan</translation>
    </message>
    <message>
        <source>File (CSV or XLSX)</source>
        <translation>Berkas (CSV atau XLSX)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>These loans are</source>
        <translation>Pinjaman ini</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Item barcode</source>
        <translation>Kode batang eksemplar</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Loaned on</source>
        <translation>Dipinjam pada</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Nomor kita</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>What happens to each row</source>
        <translation>Hasil untuk setiap baris</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Bring in the selected</source>
        <translation>Masukkan yang dipilih</translation>
    </message>
    <message>
        <source>Bring in all</source>
        <translation>Masukkan semua</translation>
    </message>
    <message>
        <source>Already recorded as {number}</source>
        <translation>Sudah tercatat sebagai {number}</translation>
    </message>
    <message>
        <source>Already in row {row}</source>
        <translation>Sudah ada di baris {row}</translation>
    </message>
    <message>
        <source>Will be brought in</source>
        <translation>Akan dimasukkan</translation>
    </message>
    <message>
        <source>Current loans become requests in the state they are in now. Nothing is sent to anybody, and the monthly figures do not count them.</source>
        <translation>Pinjaman yang sedang berjalan menjadi permintaan dengan status saat ini. Tidak ada yang dikirim kepada siapa pun, dan statistik bulanan tidak menghitungnya.</translation>
    </message>
    <message>
        <source>out with partners</source>
        <translation>sedang dipinjam mitra</translation>
    </message>
    <message>
        <source>here from partners</source>
        <translation>dari mitra, sedang di sini</translation>
    </message>
    <message>
        <source>{good} can be brought in, {known} are known already, {wrong} are not usable.</source>
        <translation>{good} dapat dimasukkan, {known} sudah ada, {wrong} tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>{n} loans were brought in.</source>
        <translation>{n} pinjaman sudah dimasukkan.</translation>
    </message>
    <message>
        <source>Dates in the file</source>
        <translation>Tanggal dalam berkas</translation>
    </message>
    <message>
        <source>day/month: {day}</source>
        <translation>hari/bulan: {day}</translation>
    </message>
    <message>
        <source>month/day: {day}</source>
        <translation>bulan/hari: {day}</translation>
    </message>
    <message>
        <source>The file does not show whether day or month comes first: compare a date.</source>
        <translation>Berkas tidak menunjukkan apakah hari atau bulan yang ditulis lebih dahulu: bandingkan satu tanggal.</translation>
    </message>
</context>
<context>
    <name>BringInReaders</name>
    <message>
        <source>Import readers</source>
        <translation>Impor pemustaka</translation>
    </message>
    <message>
        <source>File (CSV or XLSX)</source>
        <translation>Berkas (CSV atau XLSX)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nama depan</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nama belakang</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Collects at</source>
        <translation>Tempat pengambilan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>What happens to each row</source>
        <translation>Hasil untuk setiap baris</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Import the selected</source>
        <translation>Impor yang dipilih</translation>
    </message>
    <message>
        <source>Import all</source>
        <translation>Impor semua</translation>
    </message>
    <message>
        <source>Readers come from a list that your library system saves. A reader whose code is known is brought up to date; what has no column stays as it is.</source>
        <translation>Pemustaka diambil dari daftar yang disimpan sistem perpustakaan Anda. Pemustaka yang kodenya sudah ada diperbarui; data tanpa kolom tetap seperti semula.</translation>
    </message>
    <message>
        <source>Will be added</source>
        <translation>Akan ditambahkan</translation>
    </message>
    <message>
        <source>Will be brought up to date</source>
        <translation>Akan diperbarui</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Tidak ada perubahan</translation>
    </message>
    <message>
        <source>To add: {added}. To bring up to date: {changed}. The same already: {same}. Not usable: {wrong}.</source>
        <translation>Ditambahkan: {added}. Diperbarui: {changed}. Sudah sama: {same}. Tidak dapat dipakai: {wrong}.</translation>
    </message>
    <message>
        <source>Readers added: {added}, brought up to date: {changed}.</source>
        <translation>Pemustaka ditambahkan: {added}, diperbarui: {changed}.</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Checking: {done} of {total}</source>
        <translation>Memeriksa: {done} dari {total}</translation>
    </message>
    <message>
        <source>{act}: {{done}} of {{total}}</source>
        <translation>{act}: {{done}} dari {{total}}</translation>
    </message>
    <message>
        <source>Taking back: {done} of {total}</source>
        <translation>Mengurungkan: {done} dari {total}</translation>
    </message>
    <message>
        <source>{n} requests are as they were.</source>
        <translation>{n} permintaan kembali seperti semula.</translation>
    </message>
    <message>
        <source>{n} requests did not change. {why}</source>
        <translation>{n} permintaan tidak berubah. {why}</translation>
    </message>
    <message>
        <source>{done}: {n} of {total} requests.</source>
        <translation>{done}: {n} dari {total} permintaan.</translation>
    </message>
    <message>
        <source>No message goes to {partners}: tell them by telephone or letter.</source>
        <translation>Tidak ada pesan yang dikirim ke {partners}: sampaikan lewat telepon atau surat.</translation>
    </message>
</context>
<context>
    <name>Charge</name>
    <message>
        <source>Note a charge</source>
        <translation>Catat biaya</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Jenis biaya</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Dibayar pada</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Note charge</source>
        <translation>Catat biaya</translation>
    </message>
    <message>
        <source>Fee for the loan</source>
        <translation>Biaya pinjaman</translation>
    </message>
    <message>
        <source>Fee for the copy</source>
        <translation>Biaya salinan</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>Ongkos kirim</translation>
    </message>
    <message>
        <source>IFLA vouchers</source>
        <translation>Voucer IFLA</translation>
    </message>
    <message>
        <source>IFLA half vouchers</source>
        <translation>Setengah voucer IFLA</translation>
    </message>
    <message>
        <source>Replacement of a lost item</source>
        <translation>Penggantian eksemplar hilang</translation>
    </message>
    <message>
        <source>Other charge</source>
        <translation>Biaya lain</translation>
    </message>
    <message>
        <source>1 IFLA voucher</source>
        <translation>1 voucer IFLA</translation>
    </message>
    <message>
        <source>{n} IFLA vouchers</source>
        <translation>{n} voucer IFLA</translation>
    </message>
</context>
<context>
    <name>ChargeDialog</name>
    <message>
        <source>Empty: not paid yet</source>
        <translation>Kosong: belum dibayar</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>The desk file is damaged. Restore the newest backup.</source>
        <translation>Berkas meja layanan rusak. Pulihkan cadangan terbaru.</translation>
    </message>
    <message>
        <source>A row refers to one that is not there.</source>
        <translation>Ada baris yang merujuk pada baris yang tidak ada.</translation>
    </message>
    <message>
        <source>A count in the sidebar is wrong.</source>
        <translation>Ada hitungan yang salah di bilah sisi.</translation>
    </message>
    <message>
        <source>A request follows an attempt that is not its own.</source>
        <translation>Ada permintaan yang mengikuti pengajuan milik permintaan lain.</translation>
    </message>
    <message>
        <source>A date for the figures does not match the history.</source>
        <translation>Ada tanggal statistik yang tidak sesuai dengan riwayat.</translation>
    </message>
    <message>
        <source>Which libraries still have to be told does not match the history.</source>
        <translation>Daftar perpustakaan yang masih harus diberi tahu tidak sesuai dengan riwayat.</translation>
    </message>
    <message>
        <source>A file of a request or message is gone. Restore a backup.</source>
        <translation>Ada berkas permintaan atau pesan yang hilang. Pulihkan cadangan.</translation>
    </message>
    <message>
        <source>The search index does not match the requests or the readers.</source>
        <translation>Indeks pencarian tidak sesuai dengan permintaan atau pemustaka.</translation>
    </message>
</context>
<context>
    <name>ChooseRecord</name>
    <message>
        <source>{usable} of {all} records can be used.</source>
        <translation>{usable} dari {all} cantuman dapat dipakai.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Cantuman</translation>
    </message>
    <message>
        <source>Make a request</source>
        <translation>Buat permintaan</translation>
    </message>
    <message>
        <source>Choose what to ask for</source>
        <translation>Pilih yang akan diminta</translation>
    </message>
    <message>
        <source>Asked for already: {number}</source>
        <translation>Sudah diminta: {number}</translation>
    </message>
    <message>
        <source>Twice in this file</source>
        <translation>Dua kali dalam berkas ini</translation>
    </message>
    <message>
        <source>Asked for already or repeated: {n}.</source>
        <translation>Sudah diminta atau berulang: {n}.</translation>
    </message>
    <message>
        <source>Make {n} drafts</source>
        <translation>Buat {n} konsep</translation>
    </message>
    <message>
        <source>Stopped. No draft was made.</source>
        <translation>Dihentikan. Tidak ada konsep yang dibuat.</translation>
    </message>
    <message>
        <source>Making drafts: {done} of {total}</source>
        <translation>Membuat konsep: {done} dari {total}</translation>
    </message>
</context>
<context>
    <name>ClosedDays</name>
    <message>
        <source>the country</source>
        <translation>hari libur nasional</translation>
    </message>
    <message>
        <source>this library</source>
        <translation>perpustakaan ini</translation>
    </message>
    <message>
        <source>No loan is due on a closed day.</source>
        <translation>Tidak ada pinjaman yang jatuh tempo pada hari tutup.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>dan {n} lagi</translation>
    </message>
    <message>
        <source>Loans due on a closed day: {list}</source>
        <translation>Pinjaman yang jatuh tempo pada hari tutup: {list}</translation>
    </message>
    <message>
        <source>{days}. {odd} If it is meant, press again.</source>
        <translation>{days}. {odd} Jika memang itu maksudnya, tekan sekali lagi.</translation>
    </message>
    <message>
        <source>Calendars (*.ics *.csv)</source>
        <translation>Kalender (*.ics *.csv)</translation>
    </message>
</context>
<context>
    <name>Closure</name>
    <message>
        <source>So many in a row are rarely meant.</source>
        <translation>Sebanyak itu berturut-turut jarang dimaksudkan.</translation>
    </message>
    <message>
        <source>It begins in the past.</source>
        <translation>Hari pertamanya sudah lewat.</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Diperlukan sebelum</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Possible actions</source>
        <translation>Tindakan yang dapat dilakukan</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Kode perpustakaan</translation>
    </message>
    <message>
        <source>They leave messages in</source>
        <translation>Mereka menaruh pesan di</translation>
    </message>
    <message>
        <source>We leave messages in</source>
        <translation>Kita menaruh pesan di</translation>
    </message>
    <message>
        <source>Edition of ISO 18626</source>
        <translation>Edisi ISO 18626</translation>
    </message>
    <message>
        <source>Address for parcels</source>
        <translation>Alamat pengiriman</translation>
    </message>
    <message>
        <source>Address for returns</source>
        <translation>Alamat pengembalian</translation>
    </message>
    <message>
        <source>Address for invoices</source>
        <translation>Alamat tagihan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ditambahkan</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Diubah</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dilewati</translation>
    </message>
    <message>
        <source>Messages read</source>
        <translation>Pesan dibaca</translation>
    </message>
    <message>
        <source>of these used</source>
        <translation>di antaranya dipakai</translation>
    </message>
    <message>
        <source>of these seen before</source>
        <translation>di antaranya sudah pernah dibaca</translation>
    </message>
    <message>
        <source>of these needing attention</source>
        <translation>di antaranya perlu perhatian</translation>
    </message>
    <message>
        <source>of these put in quarantine</source>
        <translation>di antaranya masuk karantina</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>Pesan terkirim</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Dalam</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Anak judul</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edisi</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Kota terbit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation>ISBN</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>PMID</source>
        <translation>PMID</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Jilid</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Kode batang</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Sudah dimintai</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Alamat surat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Not sent, or not taken in</source>
        <translation>Gagal dikirim atau diterima</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Move “{column}” forward</source>
        <translation>Pindahkan “{column}” ke depan</translation>
    </message>
    <message>
        <source>Move “{column}” back</source>
        <translation>Pindahkan “{column}” ke belakang</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Kembalikan kolom bawaan</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Restored. What was there before is kept in {file}.</source>
        <translation>Selesai dipulihkan. Isi sebelumnya disimpan di {file}.</translation>
    </message>
    <message>
        <source>New requests skip 1,000 numbers, so that none is given twice.</source>
        <translation>Nomor permintaan baru melompati 1.000 nomor agar tidak ada nomor ganda.</translation>
    </message>
    <message>
        <source>The desk is sound.</source>
        <translation>Meja layanan dalam keadaan baik.</translation>
    </message>
    <message>
        <source>Asked for already: {number}, {title} ({state}).</source>
        <translation>Sudah pernah diminta: {number}, {title} ({state}).</translation>
    </message>
    <message>
        <source>The program failed ({kind}). Nothing half-done was kept; see {log}.</source>
        <translation>Program gagal ({kind}). Tidak ada yang tersimpan setengah jadi; lihat {log}.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {why} Left out.</source>
        <translation>{file}, baris {line}: {why} Dilewati.</translation>
    </message>
    <message>
        <source>For somebody else: {number}, {title} ({state}).</source>
        <translation>Untuk orang lain: {number}, {title} ({state}).</translation>
    </message>
    <message>
        <source>{field} {value} cannot be right. Compare it with the source.</source>
        <translation>{field} {value} tidak mungkin benar. Bandingkan dengan sumbernya.</translation>
    </message>
    <message>
        <source>Needed by {day}: this day is past.</source>
        <translation>Diperlukan sebelum {day}: hari itu sudah lewat.</translation>
    </message>
    <message>
        <source>{file} holds {n} records. One was taken: “{title}”. See --record.</source>
        <translation>{file} berisi {n} cantuman. Satu diambil: “{title}”. Lihat --record.</translation>
    </message>
    <message>
        <source>The folder {path} was not there and was made.</source>
        <translation>Folder {path} belum ada dan sudah dibuat.</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} telah dihapus.</translation>
    </message>
    <message>
        <source>Nothing was changed: {number} was so already.</source>
        <translation>Tidak ada yang diubah: {number} memang sudah begitu.</translation>
    </message>
    <message>
        <source>{number}: taken back: {done}.</source>
        <translation>{number}: diurungkan: {done}.</translation>
    </message>
    <message>
        <source>we borrow</source>
        <translation>kita meminjam</translation>
    </message>
    <message>
        <source>they borrow</source>
        <translation>mereka meminjam</translation>
    </message>
</context>
<context>
    <name>Country</name>
    <message>
        <source>Indonesia</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunei</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Tiongkok</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Prancis</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Jerman</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Jepang</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Belanda</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Selandia Baru</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Filipina</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapura</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailand</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor-Leste</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Britania Raya</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Amerika Serikat</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>“{typed}” is not one country of the list. Choose one, or write two letters of ISO 3166, such as {known}.</source>
        <translation>“{typed}” tidak berarti satu negara dalam daftar. Pilih salah satu, atau tulis dua huruf ISO 3166, misalnya {known}.</translation>
    </message>
    <message>
        <source>“{typed}” is not one time zone of the list. Choose the one meant.</source>
        <translation>“{typed}” tidak berarti satu zona waktu dalam daftar. Pilih yang dimaksud.</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>This copy is for the private study or research of one reader. It may not be passed on, published or put into another collection. The law of copyright applies.</source>
        <translation>Salinan ini hanya untuk belajar atau penelitian pribadi satu pemustaka. Salinan ini tidak boleh diteruskan, diterbitkan, atau dimasukkan ke dalam koleksi lain. Undang-undang hak cipta berlaku.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Dalam</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Jilid</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun terbit</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Dikirim pada</translation>
    </message>
    <message>
        <source>Copy from another library</source>
        <translation>Salinan dari perpustakaan lain</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>We are closed</source>
        <translation>Kita tutup</translation>
    </message>
    <message>
        <source>We are closed: use {weekday}, {day}</source>
        <translation>Kita tutup: pakai {weekday}, {day}</translation>
    </message>
    <message>
        <source>+14, {day} or 2026-12-31</source>
        <translation>+14, {day} atau 2026-12-31</translation>
    </message>
    <message>
        <source>This is not a date. Write {day}, +14 or tomorrow.</source>
        <translation>Ini bukan tanggal. Tulis {day}, +14, atau besok.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Select a request to see it here.</source>
        <translation>Pilih permintaan untuk melihatnya di sini.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>Permintaan</translation>
    </message>
</context>
<context>
    <name>Deviation</name>
    <message>
        <source>It arrived damaged.</source>
        <translation>Tiba dalam keadaan rusak.</translation>
    </message>
    <message>
        <source>{came} of {sent} pieces came.</source>
        <translation>{came} dari {sent} jilid yang datang.</translation>
    </message>
    <message>
        <source>It came as a copy; there is nothing to send back.</source>
        <translation>Datang sebagai salinan; tidak ada yang dikembalikan.</translation>
    </message>
    <message>
        <source>The paper says that it is due on {due}.</source>
        <translation>Pada kertasnya tertulis jatuh tempo {due}.</translation>
    </message>
    <message>
        <source>Not all pieces came.</source>
        <translation>Tidak semua jilid datang.</translation>
    </message>
    <message>
        <source>The item that came is not the one asked for.</source>
        <translation>Yang datang bukan eksemplar yang diminta.</translation>
    </message>
    <message>
        <source>On record is {noted}, not {typed}. Check that it is the right item.</source>
        <translation>Tercatat {noted}, bukan {typed}. Pastikan eksemplarnya benar.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Request slip</source>
        <translation>Slip permintaan</translation>
    </message>
    <message>
        <source>Pull slip</source>
        <translation>Slip pengambilan</translation>
    </message>
    <message>
        <source>Book strap</source>
        <translation>Pita identitas buku</translation>
    </message>
    <message>
        <source>Lender strap</source>
        <translation>Pita pemilik buku</translation>
    </message>
    <message>
        <source>Shipping label</source>
        <translation>Label pengiriman</translation>
    </message>
    <message>
        <source>Return label</source>
        <translation>Label pengembalian</translation>
    </message>
    <message>
        <source>Packing list</source>
        <translation>Daftar isi paket</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>in {n} day</source>
        <translation>{n} hari lagi</translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>{n} hari lagi</translation>
    </message>
    <message>
        <source>{n} day late</source>
        <translation>lewat {n} hari</translation>
    </message>
    <message>
        <source>{n} days late</source>
        <translation>lewat {n} hari</translation>
    </message>
</context>
<context>
    <name>DueField</name>
    <message>
        <source>Empty: the day below</source>
        <translation>Kosong: tanggal di bawah ini</translation>
    </message>
    <message>
        <source>Closed on that day: use {day}</source>
        <translation>Tutup pada hari itu: pakai {day}</translation>
    </message>
</context>
<context>
    <name>DueSum</name>
    <message>
        <source>This day is past.</source>
        <translation>Tanggal ini sudah lewat.</translation>
    </message>
    <message>
        <source>Not later than the due date now, {day}.</source>
        <translation>Tidak lebih lambat dari tanggal jatuh tempo sekarang, {day}.</translation>
    </message>
    <message>
        <source>{n} days from {start}: {first}.</source>
        <translation>{n} hari sejak {start}: {first}.</translation>
    </message>
    <message>
        <source>{period} We are closed then, so {day}.</source>
        <translation>{period} Kita tutup saat itu, jadi {day}.</translation>
    </message>
    <message>
        <source>{period} They are closed then, so {day}.</source>
        <translation>{period} Mereka tutup saat itu, jadi {day}.</translation>
    </message>
    <message>
        <source>{period} Both are closed then, so {day}.</source>
        <translation>{period} Keduanya tutup saat itu, jadi {day}.</translation>
    </message>
    <message>
        <source>{period} The first day on which both are open is {day}.</source>
        <translation>{period} Keduanya baru buka lagi pada {day}.</translation>
    </message>
    <message>
        <source>Due {until}, less {n} day for the way back</source>
        <translation>Jatuh tempo {until}, dikurangi {n} hari untuk pengiriman kembali</translation>
    </message>
    <message>
        <source>Due {until}, less {n} days for the way back</source>
        <translation>Jatuh tempo {until}, dikurangi {n} hari untuk pengiriman kembali</translation>
    </message>
    <message>
        <source>{less}: {first}. Closed then, so {day}.</source>
        <translation>{less}: {first}. Tutup saat itu, jadi {day}.</translation>
    </message>
    <message>
        <source>That is before the request was made ({day}).</source>
        <translation>Itu sebelum permintaan dibuat ({day}).</translation>
    </message>
    <message>
        <source>That is {n} days ago.</source>
        <translation>Itu {n} hari yang lalu.</translation>
    </message>
    <message>
        <source>It stays due on {day}.</source>
        <translation>Jatuh temponya tetap {day}.</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Take that back instead</source>
        <translation>Urungkan yang itu saja</translation>
    </message>
    <message>
        <source>“{what}” to {partner} has not left yet: it leaves first, at {time}.</source>
        <translation>“{what}” kepada {partner} belum terkirim: yang itu dikirim lebih dahulu, {time}.</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Show messages</source>
        <translation>Tampilkan pesan</translation>
    </message>
    <message>
        <source>1 message needs attention in the exchange.</source>
        <translation>1 pesan di pertukaran perlu perhatian.</translation>
    </message>
    <message>
        <source>{n} messages need attention in the exchange.</source>
        <translation>{n} pesan di pertukaran perlu perhatian.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>Show all requests</source>
        <translation>Tampilkan semua permintaan</translation>
    </message>
    <message>
        <source>{number} is no longer there.</source>
        <translation>{number} sudah tidak ada.</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Tidak ada hasil untuk “{text}”.</translation>
    </message>
    <message>
        <source>Find in all requests</source>
        <translation>Cari di semua permintaan</translation>
    </message>
    <message>
        <source>Nothing waits too long by this reason.</source>
        <translation>Tidak ada yang menunggu terlalu lama karena alasan ini.</translation>
    </message>
    <message>
        <source>Show all reasons</source>
        <translation>Tampilkan semua alasan</translation>
    </message>
    <message>
        <source>Record lending</source>
        <translation>Catat permintaan mitra</translation>
    </message>
    <message>
        <source>New borrowing request</source>
        <translation>Permintaan pinjam baru</translation>
    </message>
    <message>
        <source>No request needs attention.</source>
        <translation>Tidak ada permintaan yang perlu perhatian.</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>Tidak ada yang perlu dikerjakan di sini.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>“{value}” in {field} is not a number. Write digits only.</source>
        <translation>“{value}” pada {field} bukan bilangan. Tulis angka saja.</translation>
    </message>
    <message>
        <source>“{value}” in {field} is not an amount. Write it as 12.50 USD.</source>
        <translation>“{value}” pada {field} bukan jumlah uang. Tulis seperti Rp20.000 atau 12,50 USD.</translation>
    </message>
    <message>
        <source>“{value}” is not a time zone. Write it as Asia/Jakarta.</source>
        <translation>“{value}” bukan zona waktu. Tulis seperti Asia/Jakarta.</translation>
    </message>
    <message>
        <source>“{value}” is not a language of the program. Choose en or id.</source>
        <translation>“{value}” bukan bahasa program ini. Pilih en atau id.</translation>
    </message>
    <message>
        <source>“{value}” is not a code that {field} knows. Choose one of the list.</source>
        <translation>“{value}” bukan kode yang dikenal {field}. Pilih salah satu dari daftar.</translation>
    </message>
    <message>
        <source>“{value}” in {field} is not a month. Write it as 2026-11.</source>
        <translation>“{value}” pada {field} bukan bulan. Tulis seperti 2026-11.</translation>
    </message>
    <message>
        <source>{field} is empty. Fill it in.</source>
        <translation>{field} masih kosong. Isilah.</translation>
    </message>
    <message>
        <source>{field} is too long. Shorten it.</source>
        <translation>{field} terlalu panjang. Persingkatlah.</translation>
    </message>
    <message>
        <source>{value} in {field} is used already. Choose another.</source>
        <translation>{value} pada {field} sudah dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>{value} in {field} is out of range. Give another value.</source>
        <translation>{value} pada {field} di luar batas. Isi nilai lain.</translation>
    </message>
    <message>
        <source>“{value}” is not a web address. Begin it with https://.</source>
        <translation>“{value}” bukan alamat web. Awali dengan https://.</translation>
    </message>
    <message>
        <source>{value} in {field} is not a folder. Make it, or choose another.</source>
        <translation>{value} pada {field} bukan folder. Buatlah, atau pilih yang lain.</translation>
    </message>
    <message>
        <source>There is nothing to take back on {number}.</source>
        <translation>Tidak ada yang dapat diurungkan pada {number}.</translation>
    </message>
    <message>
        <source>The last change to {number} came from the partner and stays.</source>
        <translation>Perubahan terakhir pada {number} berasal dari mitra dan tetap berlaku.</translation>
    </message>
    <message>
        <source>There is a desk in {path} already. Nothing was changed.</source>
        <translation>Di {path} sudah ada meja layanan. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{number} was changed by someone else. Look at it again.</source>
        <translation>{number} sudah diubah petugas lain. Periksa kembali.</translation>
    </message>
    <message>
        <source>{number} is in state “{state}”; “{action}” is not possible there.</source>
        <translation>{number} berstatus “{state}”; “{action}” tidak dapat dilakukan.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Check the folder and its free space.</source>
        <translation>{path} tidak dapat ditulis. Periksa folder dan ruang kosongnya.</translation>
    </message>
    <message>
        <source>There is no action “{name}”. See ill request do --help.</source>
        <translation>Tidak ada tindakan “{name}”. Lihat ill request do --help.</translation>
    </message>
    <message>
        <source>“{key}” cannot be given here. Allowed: {allowed}.</source>
        <translation>“{key}” tidak dapat diisi di sini. Yang boleh: {allowed}.</translation>
    </message>
    <message>
        <source>{action} needs {key}. Add {key}=…</source>
        <translation>{action} memerlukan {key}. Tambahkan {key}=…</translation>
    </message>
    <message>
        <source>That cannot be understood: {detail}</source>
        <translation>Perintah tidak dipahami: {detail}</translation>
    </message>
    <message>
        <source>{path} is not there or cannot be read. Check the name.</source>
        <translation>{path} tidak ada atau tidak dapat dibaca. Periksa namanya.</translation>
    </message>
    <message>
        <source>There is no desk in {path}. Make one with ill init.</source>
        <translation>Tidak ada meja layanan di {path}. Buatlah dengan ill init.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}). Check the folder and its free space.</source>
        <translation>{path} tidak dapat ditulis ({reason}). Periksa folder dan ruang kosongnya.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version ({found}, this one knows {known}). Update first.</source>
        <translation>{path} dibuat oleh versi yang lebih baru ({found}, versi ini mengenal {known}). Perbarui program dahulu.</translation>
    </message>
    <message>
        <source>The setting {name} cannot be “{value}”. Change it.</source>
        <translation>Pengaturan {name} tidak boleh “{value}”. Ubahlah.</translation>
    </message>
    <message>
        <source>There is no request {key}. Check the number.</source>
        <translation>Tidak ada permintaan {key}. Periksa nomornya.</translation>
    </message>
    <message>
        <source>There is no partner {key}. Add it first.</source>
        <translation>Tidak ada mitra {key}. Tambahkan dahulu.</translation>
    </message>
    <message>
        <source>There is no message {key}.</source>
        <translation>Tidak ada pesan {key}.</translation>
    </message>
    <message>
        <source>There is no label stock {key}. See ill print stocks.</source>
        <translation>Tidak ada jenis kertas label {key}. Lihat ill print stocks.</translation>
    </message>
    <message>
        <source>There is no record {key} in the file.</source>
        <translation>Tidak ada cantuman {key} dalam berkas.</translation>
    </message>
    <message>
        <source>{source} holds no record that can be read. Nothing was changed.</source>
        <translation>{source} tidak berisi cantuman yang dapat dibaca. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>A record in {source} has no title. Add one with --title.</source>
        <translation>Ada cantuman dalam {source} yang tidak berjudul. Tambahkan dengan --title.</translation>
    </message>
    <message>
        <source>{source} is not a table of text. Save it as CSV with a header line.</source>
        <translation>{source} bukan tabel teks. Simpan sebagai CSV dengan baris judul.</translation>
    </message>
    <message>
        <source>There is no {kind} {key}.</source>
        <translation>Tidak ada {kind} {key}.</translation>
    </message>
    <message>
        <source>{source} cannot be read: {why}</source>
        <translation>{source} tidak dapat dibaca: {why}</translation>
    </message>
    <message>
        <source>{path} is damaged. Nothing is written to it. Restore the newest backup.</source>
        <translation>{path} rusak. Tidak ada yang ditulis ke dalamnya. Pulihkan cadangan terbaru.</translation>
    </message>
    <message>
        <source>Another program is using the desk. Try again in a moment.</source>
        <translation>Program lain sedang memakai meja layanan. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>{value} cannot go into a parcel now. Pack what is fetched or here.</source>
        <translation>{value} belum dapat masuk paket. Kemas yang sudah diambil atau sudah di sini.</translation>
    </message>
    <message>
        <source>{value} is closed already. Begin another parcel.</source>
        <translation>{value} sudah ditutup. Mulai paket lain.</translation>
    </message>
    <message>
        <source>There is no parcel {key}. Check the number.</source>
        <translation>Tidak ada paket {key}. Periksa nomornya.</translation>
    </message>
    <message>
        <source>This is not the PIN of {value}. Type it again.</source>
        <translation>Ini bukan PIN {value}. Ketik sekali lagi.</translation>
    </message>
    <message>
        <source>A PIN is four or more digits. Type it again.</source>
        <translation>PIN terdiri atas empat angka atau lebih. Ketik sekali lagi.</translation>
    </message>
    <message>
        <source>{value} is the last supervisor here. Make somebody else supervisor first.</source>
        <translation>{value} adalah penyelia terakhir di sini. Jadikan orang lain penyelia lebih dahulu.</translation>
    </message>
    <message>
        <source>Nobody here has the initials {key}. Choose one of the list.</source>
        <translation>Tidak ada petugas dengan inisial {key}. Pilih dari daftar.</translation>
    </message>
    <message>
        <source>The text of message {key} is gone: its time to be kept is over.</source>
        <translation>Teks pesan {key} sudah dihapus: masa simpannya telah lewat.</translation>
    </message>
    <message>
        <source>Only a supervisor may change the settings of the library.</source>
        <translation>Hanya penyelia yang boleh mengubah pengaturan perpustakaan.</translation>
    </message>
    <message>
        <source>Only a supervisor may change who works at the desk.</source>
        <translation>Hanya penyelia yang boleh mengubah daftar petugas.</translation>
    </message>
    <message>
        <source>Only a supervisor may close a month.</source>
        <translation>Hanya penyelia yang boleh melakukan tutup bulan.</translation>
    </message>
    <message>
        <source>{number} has no library left to ask. Name one as supplier.</source>
        <translation>Tidak ada lagi perpustakaan yang dapat dimintai untuk {number}. Sebutkan satu sebagai pemasok.</translation>
    </message>
    <message>
        <source>“{value}” is not a code that {field} knows. Choose one of: {known}.</source>
        <translation>“{value}” bukan kode yang dikenal {field}. Pilih salah satu: {known}.</translation>
    </message>
    <message>
        <source>{value} is not over yet. Close it when it is.</source>
        <translation>{value} belum berakhir. Tutuplah setelah berakhir.</translation>
    </message>
    <message>
        <source>{value} is closed already. Reopen it first.</source>
        <translation>{value} sudah ditutup. Buka kembali dahulu.</translation>
    </message>
    <message>
        <source>{value} is not closed. Only a closed month is reopened.</source>
        <translation>{value} tidak ditutup. Hanya bulan yang ditutup dapat dibuka kembali.</translation>
    </message>
    <message>
        <source>{number} was closed too long ago. Reopen it instead.</source>
        <translation>{number} sudah terlalu lama ditutup. Buka kembali saja.</translation>
    </message>
    <message>
        <source>There is no charge {key} any more.</source>
        <translation>Biaya {key} sudah tidak ada.</translation>
    </message>
    <message>
        <source>The file {key} is gone or was changed. Attach it again.</source>
        <translation>Berkas {key} hilang atau sudah diubah. Lampirkan lagi.</translation>
    </message>
    <message>
        <source>{source} is larger than 100 MB. Attach a smaller copy.</source>
        <translation>{source} lebih besar dari 100 MB. Lampirkan salinan yang lebih kecil.</translation>
    </message>
    <message>
        <source>{source} is none of MARC, MARCXML, RIS, NBIB, BibTeX, OpenURL and mail. Nothing was read.</source>
        <translation>{source} bukan MARC, MARCXML, RIS, NBIB, BibTeX, OpenURL, ataupun surel. Tidak ada yang dibaca.</translation>
    </message>
    <message>
        <source>{source} is a message between libraries. Put it into the partner’s folder.</source>
        <translation>{source} adalah pesan antarperpustakaan. Taruhlah di folder mitra itu.</translation>
    </message>
    <message>
        <source>{source} is a mail without citations. Save its attachment and open that.</source>
        <translation>{source} adalah surel tanpa sitasi. Simpan lampirannya lalu buka.</translation>
    </message>
    <message>
        <source>The copy for {number} has left and cannot be called back.</source>
        <translation>Salinan untuk {number} sudah terkirim dan tidak dapat ditarik kembali.</translation>
    </message>
    <message>
        <source>What was written about {number} has left. Write again.</source>
        <translation>Tulisan tentang {number} sudah terkirim. Tulislah lagi.</translation>
    </message>
    <message>
        <source>This needs the extra {extra}. Install ill-desktop[{extra}].</source>
        <translation>Ini memerlukan tambahan {extra}. Pasang ill-desktop[{extra}].</translation>
    </message>
    <message>
        <source>{source} is not a saved mail. Save it from the mail program as .eml.</source>
        <translation>{source} bukan surel tersimpan. Simpan dari program surel sebagai .eml.</translation>
    </message>
    <message>
        <source>{source} is larger than 16 MB. Save what is attached and open that.</source>
        <translation>{source} lebih besar dari 16 MB. Simpan lampirannya lalu buka.</translation>
    </message>
    <message>
        <source>{source} holds too many mails or parts. Save what is attached and open that.</source>
        <translation>{source} berisi terlalu banyak surel atau bagian. Simpan lampirannya lalu buka.</translation>
    </message>
    <message>
        <source>“{value}” is not a mail address. Write it as name@library.org.</source>
        <translation>“{value}” bukan alamat surel. Tulis seperti nama@perpustakaan.org.</translation>
    </message>
    <message>
        <source>{server}: {why} {detail}</source>
        <translation>{server}: {why} {detail}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Inisial</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Diperlukan sebelum</translation>
    </message>
    <message>
        <source>Highest cost</source>
        <translation>Biaya tertinggi</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Days of a loan</source>
        <translation>Masa pinjam (hari)</translation>
    </message>
    <message>
        <source>Days to answer</source>
        <translation>Batas menjawab (hari)</translation>
    </message>
    <message>
        <source>Folder they leave messages in</source>
        <translation>Folder tempat mereka menaruh pesan</translation>
    </message>
    <message>
        <source>Folder we leave messages in</source>
        <translation>Folder tempat kita menaruh pesan</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Days for the way back</source>
        <translation>Waktu pengembalian (hari)</translation>
    </message>
    <message>
        <source>Something in the program failed. What was saved is safe; try it again.</source>
        <translation>Ada yang gagal di dalam program. Yang sudah disimpan tetap aman; silakan coba lagi.</translation>
    </message>
    <message>
        <source>“{value}” is not a country code. Write two letters of ISO 3166, such as {known}.</source>
        <translation>“{value}” bukan kode negara. Tulis dua huruf menurut ISO 3166, misalnya {known}.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>Siapa yang boleh membaca</translation>
    </message>
    <message>
        <source>Hours between backups</source>
        <translation>Jarak antarcadangan (jam)</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Partner with the same folders</source>
        <translation>Mitra dengan folder yang sama</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Hari tutup</translation>
    </message>
    <message>
        <source>Closed weekdays</source>
        <translation>Hari tutup mingguan</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Jumlah rangkap</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Diperkirakan pada</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Folder that is read</source>
        <translation>Folder yang dibaca</translation>
    </message>
    <message>
        <source>Minutes before sending</source>
        <translation>Jeda sebelum dikirim (menit)</translation>
    </message>
    <message>
        <source>Port of the mailbox</source>
        <translation>Porta kotak surel</translation>
    </message>
    <message>
        <source>Security of the mailbox</source>
        <translation>Keamanan kotak surel</translation>
    </message>
    <message>
        <source>Server of the mailbox</source>
        <translation>Peladen kotak surel</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eksemplar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>“{value}” in {field} is not a weight. Write kilograms, such as 1.5.</source>
        <translation>“{value}” pada {field} bukan berat. Tulis dalam kilogram, misalnya 1,5.</translation>
    </message>
    <message>
        <source>Nobody can tell which library wrote {value}. See that the symbol in it and the folder it came through are on one card, or set it aside.</source>
        <translation>Tidak dapat diketahui perpustakaan mana yang menulis {value}. Pastikan kode di dalamnya dan folder asalnya ada pada satu kartu, atau sisihkan.</translation>
    </message>
    <message>
        <source>For {value} nothing had left to that library that this could confirm. Choose another.</source>
        <translation>Untuk {value} belum ada pesan kepada perpustakaan itu yang dapat dikonfirmasi oleh ini. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Weight in kg</source>
        <translation>Berat dalam kg</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>Nilai pernyataan</translation>
    </message>
    <message>
        <source>Kind of publication</source>
        <translation>Jenis bahan</translation>
    </message>
    <message>
        <source>Folder for what was read</source>
        <translation>Folder untuk yang sudah dibaca</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Pergeseran</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Dibayar pada</translation>
    </message>
    <message>
        <source>Pages sent</source>
        <translation>Halaman yang dikirim</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Jumlah jilid</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Pola siap pakai</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Kegunaan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Key of the seal</source>
        <translation>Kunci segel</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Tempat cadangan kedua</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Keamanan</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Pengirim</translation>
    </message>
    <message>
        <source>Server that sends</source>
        <translation>Peladen pengirim</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>First label</source>
        <translation>Label pertama</translation>
    </message>
    <message>
        <source>Library to ask</source>
        <translation>Perpustakaan yang dimintai</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Kode perpustakaan</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Bulan terakhir</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Alamat web</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Way of sending</source>
        <translation>Cara pengiriman</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>The last change to {number} was made by the program itself and stays.</source>
        <translation>Perubahan terakhir pada {number} dibuat oleh program sendiri dan tetap berlaku.</translation>
    </message>
    <message>
        <source>The program itself has asked the next library about {number}, as the settings say. Ask that library to cancel instead.</source>
        <translation>Program sendiri telah menanyakan {number} ke perpustakaan berikutnya, sesuai pengaturan. Mintalah pembatalan kepada perpustakaan itu.</translation>
    </message>
    <message>
        <source>The program itself has accepted their cancellation of {number}, as their card says, and told them. Write to the partner instead.</source>
        <translation>Program sendiri telah menerima pembatalan {number} dari mitra, sesuai kartunya, dan memberi tahu mereka. Tulislah pesan kepada mitra.</translation>
    </message>
    <message>
        <source>There is no reader {key}. Add the reader first.</source>
        <translation>Tidak ada pemustaka {key}. Tambahkan pemustaka itu dahulu.</translation>
    </message>
    <message>
        <source>{source} is a message from {where}, whom no partner’s card names. Add the partner, then open the file again.</source>
        <translation>{source} adalah pesan dari {where}, yang tidak ada pada kartu mitra mana pun. Tambahkan mitranya, lalu buka lagi berkas ini.</translation>
    </message>
    <message>
        <source>{source} is a message from {where}, whose card has neither folders nor a mail address. Enter them there, then open the file again.</source>
        <translation>{source} adalah pesan dari {where}, yang kartunya tanpa folder dan tanpa alamat surel. Isi di sana, lalu buka lagi berkas ini.</translation>
    </message>
    <message>
        <source>{source} is our own statement, written here. Choose the file that the library sent.</source>
        <translation>{source} adalah rekapitulasi kita sendiri, yang dibuat di sini. Pilih berkas yang dikirim perpustakaan itu.</translation>
    </message>
    <message>
        <source>{source} is a statement of {where}, not of this library. Choose the file that this library sent, or compare it under Partners with the library that wrote it.</source>
        <translation>{source} adalah rekapitulasi {where}, bukan perpustakaan ini. Pilih berkas yang dikirim perpustakaan ini, atau bandingkan di halaman Mitra dengan perpustakaan yang membuatnya.</translation>
    </message>
    <message>
        <source>{source} was written for {where}, not for us. Ask the library for its statement of what is open with us.</source>
        <translation>{source} dibuat untuk {where}, bukan untuk kita. Mintalah kepada perpustakaan itu rekapitulasi yang belum selesai dengan kita.</translation>
    </message>
    <message>
        <source>Nothing can be saved: {path} is read-only. Make it writable, or use another place.</source>
        <translation>Tidak ada yang dapat disimpan: {path} hanya dapat dibaca. Buatlah agar dapat ditulis, atau gunakan tempat lain.</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Urutan daftar</translation>
    </message>
    <message>
        <source>“{field}” is still missing.</source>
        <translation>“{field}” belum diisi.</translation>
    </message>
    <message>
        <source>Try again after</source>
        <translation>Ajukan ulang setelah</translation>
    </message>
    <message>
        <source>Try again before</source>
        <translation>Ajukan ulang sebelum</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>{item} belongs to {other}, not to {number}. Nothing was changed.</source>
        <translation>{item} milik {other}, bukan {number}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{number} has several volumes: {noted}. Scan the volume, not the strap.</source>
        <translation>{number} terdiri atas beberapa jilid: {noted}. Pindai jilidnya, bukan pita identitas buku.</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Diminta pada</translation>
    </message>
    <message>
        <source>“{value}” is not a library symbol. Write it as AUTHORITY:VALUE, such as ISIL:ID-JKT-PNRI.</source>
        <translation>“{value}” bukan kode perpustakaan. Tulis sebagai OTORITAS:KODE, seperti ISIL:ID-JKT-PNRI.</translation>
    </message>
    <message>
        <source>{source} has lost its field separators on the way. Ask for it as a binary file.</source>
        <translation>{source} kehilangan tanda pemisah ruas saat dikirim. Mintalah sebagai berkas biner.</translation>
    </message>
    <message>
        <source>{source} is not a backup, or is damaged. The desk is as it was.</source>
        <translation>{source} bukan cadangan atau sudah rusak. Meja layanan tetap seperti semula.</translation>
    </message>
    <message>
        <source>Row {where} of {source} is not a line of a statement. Ask for it again.</source>
        <translation>Baris {where} dari {source} bukan baris rekapitulasi. Mintalah lagi.</translation>
    </message>
    <message>
        <source>{path} is not a desk of this program. It was not changed.</source>
        <translation>{path} bukan meja layanan program ini. Isinya tidak diubah.</translation>
    </message>
    <message>
        <source>None of the libraries given up is sending {key}.</source>
        <translation>Tidak ada perpustakaan terdahulu yang mengirim {key}.</translation>
    </message>
    <message>
        <source>{holder} is using the desk. Close the program there, or try again later.</source>
        <translation>{holder} sedang memakai meja layanan. Tutup program di sana, atau coba lagi nanti.</translation>
    </message>
    <message>
        <source>{value} is already in a closed parcel. Nothing was changed.</source>
        <translation>{value} sudah berada dalam paket yang ditutup. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>Only a supervisor may remove or hand out what is known of readers.</source>
        <translation>Hanya penyelia yang boleh menghapus atau menyerahkan data pemustaka.</translation>
    </message>
    <message>
        <source>You may not change readers’ cards.</source>
        <translation>Anda tidak boleh mengubah kartu pemustaka.</translation>
    </message>
    <message>
        <source>{source} is not a PDF, JPEG, PNG or TIFF. Save it as one of these first.</source>
        <translation>{source} bukan PDF, JPEG, PNG, atau TIFF. Simpan dahulu sebagai salah satunya.</translation>
    </message>
    <message>
        <source>{value} is not a request with the library that wrote. Choose another.</source>
        <translation>{value} bukan permintaan dengan perpustakaan yang menulis. Pilih yang lain.</translation>
    </message>
    <message>
        <source>“{value}” in {field} has line ends or hidden characters. Type it again.</source>
        <translation>“{value}” pada {field} berisi ganti baris atau karakter tersembunyi. Ketik ulang.</translation>
    </message>
    <message>
        <source>“{field}”: {value} is in the future. Give today or an earlier day.</source>
        <translation>“{field}”: {value} belum tiba. Isi hari ini atau tanggal sebelumnya.</translation>
    </message>
    <message>
        <source>“{field}”: {value} is past. Give the day of the act or a later one.</source>
        <translation>“{field}”: {value} sudah lewat. Isi tanggal tindakan atau sesudahnya.</translation>
    </message>
    <message>
        <source>{item} does not belong to {number}, which has {noted}. Nothing was changed.</source>
        <translation>{item} bukan milik {number}: yang tercatat {noted}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{item} does not belong to {number}. Nothing was changed.</source>
        <translation>{item} bukan milik {number}. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>{name} is named in requests or messages and is kept for their history. Its card can be marked as no longer active.</source>
        <translation>{name} tercatat dalam permintaan atau pesan dan tetap disimpan untuk riwayatnya. Kartunya dapat ditandai tidak aktif lagi.</translation>
    </message>
    <message>
        <source>{path} belongs to a desk and was not touched. Choose another name for the new file.</source>
        <translation>{path} adalah bagian meja layanan dan tidak diubah. Pilih nama lain untuk berkas baru.</translation>
    </message>
    <message>
        <source>{source} has no dates in it. Choose a calendar (.ics) or a table with a column day.</source>
        <translation>{source} tidak memuat tanggal. Pilih kalender (.ics) atau tabel dengan kolom day.</translation>
    </message>
    <message>
        <source>The cancellation of {number} has been sent and cannot be undone. Write to the partner.</source>
        <translation>Pembatalan {number} sudah terkirim dan tidak dapat diurungkan. Tulislah kepada mitra.</translation>
    </message>
    <message>
        <source>Our answer about {number} has been sent and cannot be undone. Write to the partner.</source>
        <translation>Jawaban kita tentang {number} sudah terkirim dan tidak dapat diurungkan. Tulislah kepada mitra.</translation>
    </message>
    <message>
        <source>Days for which names are kept</source>
        <translation>Masa simpan nama (hari)</translation>
    </message>
    <message>
        <source>“{key}” could mean several readers. Give the code of one.</source>
        <translation>“{key}” dapat berarti beberapa pemustaka. Isi kode salah satunya.</translation>
    </message>
    <message>
        <source>What was in {number} before has been removed since; edit it again instead.</source>
        <translation>Isi {number} yang lama sudah dilupakan; ubahlah sekali lagi.</translation>
    </message>
    <message>
        <source>“{key}” cannot be given here.</source>
        <translation>“{key}” tidak dapat diisi di sini.</translation>
    </message>
    <message>
        <source>“{value}” in “{field}” is not a date. Write it as {known}.</source>
        <translation>“{value}” pada “{field}” bukan tanggal. Tulis seperti {known}.</translation>
    </message>
    <message>
        <source>{field} {value} is in row {known} already. Keep one of the two rows.</source>
        <translation>{field} {value} sudah ada di baris {known}. Pertahankan salah satu dari kedua baris itu.</translation>
    </message>
    <message>
        <source>{source} has no column for {where}. Add what is missing to the header line.</source>
        <translation>{source} tidak memiliki kolom untuk {where}. Tambahkan yang kurang pada baris judul.</translation>
    </message>
    <message>
        <source>More has been done to {number} since. Look at it; nothing was undone.</source>
        <translation>Sesudah itu {number} sudah diubah lagi. Periksa dahulu; tidak ada yang diurungkan.</translation>
    </message>
    <message>
        <source>Close this form and choose a supervisor at the bottom of the window.</source>
        <translation>Tutup formulir ini, lalu pilih penyelia di bagian bawah jendela.</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>Request sent</source>
        <translation>Permintaan dikirim</translation>
    </message>
    <message>
        <source>Draft deleted</source>
        <translation>Konsep dihapus</translation>
    </message>
    <message>
        <source>Reminder sent</source>
        <translation>Pengingat dikirim</translation>
    </message>
    <message>
        <source>Status asked for</source>
        <translation>Status ditanyakan</translation>
    </message>
    <message>
        <source>Cancellation asked for</source>
        <translation>Pembatalan diminta</translation>
    </message>
    <message>
        <source>Conditions accepted</source>
        <translation>Syarat disetujui</translation>
    </message>
    <message>
        <source>Conditions refused</source>
        <translation>Syarat ditolak</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Diajukan ulang</translation>
    </message>
    <message>
        <source>Not to be tried again here</source>
        <translation>Tidak diajukan ulang di sini</translation>
    </message>
    <message>
        <source>Sent to the next library</source>
        <translation>Dikirim ke perpustakaan berikutnya</translation>
    </message>
    <message>
        <source>Moved on to another library</source>
        <translation>Beralih ke perpustakaan lain</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Pencarian dihentikan</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Renewal asked for</source>
        <translation>Perpanjangan diminta</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Dikirim kembali</translation>
    </message>
    <message>
        <source>Sent on to another library</source>
        <translation>Diteruskan ke perpustakaan lain</translation>
    </message>
    <message>
        <source>Reported lost</source>
        <translation>Dilaporkan hilang</translation>
    </message>
    <message>
        <source>Copy received</source>
        <translation>Salinan diterima</translation>
    </message>
    <message>
        <source>Reader notified</source>
        <translation>Pemustaka diberi tahu</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Diserahkan kepada pemustaka</translation>
    </message>
    <message>
        <source>Returned by the reader</source>
        <translation>Dikembalikan pemustaka</translation>
    </message>
    <message>
        <source>Their answer recorded</source>
        <translation>Jawaban mereka dicatat</translation>
    </message>
    <message>
        <source>Library that is sending chosen</source>
        <translation>Perpustakaan yang mengirim dipilih</translation>
    </message>
    <message>
        <source>Message written</source>
        <translation>Pesan ditulis</translation>
    </message>
    <message>
        <source>Closed by hand</source>
        <translation>Ditutup secara manual</translation>
    </message>
    <message>
        <source>We said that we are checking</source>
        <translation>Kita menyatakan sedang memeriksa</translation>
    </message>
    <message>
        <source>We said that we will supply</source>
        <translation>Kita menyatakan akan memenuhi</translation>
    </message>
    <message>
        <source>Conditions named</source>
        <translation>Syarat diajukan</translation>
    </message>
    <message>
        <source>We said that we cannot supply</source>
        <translation>Kita menyatakan tidak dapat memenuhi</translation>
    </message>
    <message>
        <source>Asked them to try again</source>
        <translation>Mereka diminta mengajukan ulang</translation>
    </message>
    <message>
        <source>Their consent to the conditions noted</source>
        <translation>Persetujuan mereka atas syarat dicatat</translation>
    </message>
    <message>
        <source>Pull slip printed</source>
        <translation>Slip pengambilan dicetak</translation>
    </message>
    <message>
        <source>Fetched from the shelf</source>
        <translation>Diambil dari rak</translation>
    </message>
    <message>
        <source>Sent out</source>
        <translation>Sudah dikirim</translation>
    </message>
    <message>
        <source>Copy sent</source>
        <translation>Salinan dikirim</translation>
    </message>
    <message>
        <source>Cancellation accepted</source>
        <translation>Pembatalan disetujui</translation>
    </message>
    <message>
        <source>Cancellation refused</source>
        <translation>Pembatalan ditolak</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Diperpanjang</translation>
    </message>
    <message>
        <source>Renewal refused</source>
        <translation>Perpanjangan ditolak</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Ditarik kembali</translation>
    </message>
    <message>
        <source>Reported overdue</source>
        <translation>Dilaporkan terlambat</translation>
    </message>
    <message>
        <source>Asked them to keep it</source>
        <translation>Mereka diminta menyimpannya dahulu</translation>
    </message>
    <message>
        <source>Let them send it back</source>
        <translation>Mereka dipersilakan mengirimnya kembali</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Sudah kembali</translation>
    </message>
    <message>
        <source>Closed without return</source>
        <translation>Ditutup tanpa pengembalian</translation>
    </message>
    <message>
        <source>Their message recorded</source>
        <translation>Pesan mereka dicatat</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Diubah</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Dibuka kembali</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Pencatatan dibatalkan</translation>
    </message>
    <message>
        <source>Marked seen</source>
        <translation>Ditandai sudah dilihat</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Catatan ditambahkan</translation>
    </message>
    <message>
        <source>Charge noted</source>
        <translation>Biaya dicatat</translation>
    </message>
    <message>
        <source>Charge paid</source>
        <translation>Biaya dibayar</translation>
    </message>
    <message>
        <source>Charge removed</source>
        <translation>Biaya dihapus</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>Berkas dilampirkan</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>Berkas dihapus</translation>
    </message>
    <message>
        <source>Brought in as it stood</source>
        <translation>Dimasukkan sebagaimana adanya</translation>
    </message>
    <message>
        <source>The next library could not be asked</source>
        <translation>Perpustakaan berikutnya tidak dapat dimintai</translation>
    </message>
    <message>
        <source>A message was refused</source>
        <translation>Ada pesan yang ditolak</translation>
    </message>
    <message>
        <source>A message was never confirmed</source>
        <translation>Ada pesan yang tidak pernah dikonfirmasi</translation>
    </message>
    <message>
        <source>A mail waits to be read</source>
        <translation>Ada surel yang menunggu dibaca</translation>
    </message>
    <message>
        <source>Nobody knows whether a mail was sent</source>
        <translation>Tidak diketahui apakah surel terkirim</translation>
    </message>
    <message>
        <source>{number}: {done}. Now: {state}.</source>
        <translation>{number}: {done}. Sekarang: {state}.</translation>
    </message>
    <message>
        <source>The automatic answer could not be sent</source>
        <translation>Jawaban otomatis tidak dapat dikirim</translation>
    </message>
    <message>
        <source>The cancellation could not be accepted automatically</source>
        <translation>Pembatalan tidak dapat diterima secara otomatis</translation>
    </message>
    <message>
        <source>A mail waits to be accepted</source>
        <translation>Ada surel yang menunggu diterima</translation>
    </message>
    <message>
        <source>A library given up before is sending after all</source>
        <translation>Perpustakaan yang tidak kita tunggu lagi ternyata mengirim</translation>
    </message>
    <message>
        <source>A library asked before wrote</source>
        <translation>Perpustakaan yang diminta sebelumnya menulis</translation>
    </message>
    <message>
        <source>Another library wrote through the same channel</source>
        <translation>Perpustakaan lain menulis melalui saluran yang sama</translation>
    </message>
    <message>
        <source>A mail holds more than could be kept with the request</source>
        <translation>Sebuah surel memuat lebih daripada yang dapat disimpan bersama permintaan</translation>
    </message>
    <message>
        <source>{number}: noted.</source>
        <translation>{number}: dicatat.</translation>
    </message>
    <message>
        <source>{number}: noted. Now: {state}.</source>
        <translation>{number}: dicatat. Sekarang: {state}.</translation>
    </message>
    <message>
        <source>Told by telephone or letter</source>
        <translation>Disampaikan lewat telepon atau surat</translation>
    </message>
    <message>
        <source>{done} (not by message)</source>
        <translation>{done} (tanpa pesan)</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Edition of ISO 18626</source>
        <translation>Edisi ISO 18626</translation>
    </message>
    <message>
        <source>Version they want to see</source>
        <translation>Versi yang ingin mereka lihat</translation>
    </message>
    <message>
        <source>Prefix of elements</source>
        <translation>Awalan elemen</translation>
    </message>
    <message>
        <source>Their messages are read</source>
        <translation>Pesan mereka dibaca</translation>
    </message>
    <message>
        <source>An old Koha</source>
        <translation>Koha lama</translation>
    </message>
    <message>
        <source>Confirm their messages</source>
        <translation>Konfirmasi pesan mereka</translation>
    </message>
    <message>
        <source>They confirm ours</source>
        <translation>Mereka mengonfirmasi pesan kita</translation>
    </message>
    <message>
        <source>Days of silence allowed</source>
        <translation>Batas tanpa kabar (hari)</translation>
    </message>
    <message>
        <source>Say another status</source>
        <translation>Status pengganti</translation>
    </message>
    <message>
        <source>Conditions are agreed to</source>
        <translation>Syarat disetujui</translation>
    </message>
    <message>
        <source>Repeat addresses in the note</source>
        <translation>Ulangi alamat di catatan</translation>
    </message>
    <message>
        <source>Longest note</source>
        <translation>Panjang maksimal catatan</translation>
    </message>
    <message>
        <source>Our request ids</source>
        <translation>Nomor permintaan kita</translation>
    </message>
    <message>
        <source>Longest id</source>
        <translation>Panjang maksimal nomor</translation>
    </message>
    <message>
        <source>They know renewals</source>
        <translation>Mereka mengenal perpanjangan</translation>
    </message>
    <message>
        <source>They know recalls</source>
        <translation>Mereka mengenal penarikan kembali</translation>
    </message>
    <message>
        <source>They know retries</source>
        <translation>Mereka mengenal permintaan ulang</translation>
    </message>
    <message>
        <source>They know sending on</source>
        <translation>Mereka mengenal penerusan kiriman</translation>
    </message>
    <message>
        <source>They know lost and held returns</source>
        <translation>Mereka mengenal “hilang” dan “simpan dahulu”</translation>
    </message>
    <message>
        <source>Empty writes the edition&apos;s own, such as 1.2 or 2021-2.</source>
        <translation>Kosong berarti versi edisi itu sendiri, misalnya 1.2 atau 2021-2.</translation>
    </message>
    <message>
        <source>Usually ill; none leaves elements without a prefix.</source>
        <translation>Biasanya ill; none berarti elemen tanpa awalan.</translation>
    </message>
    <message>
        <source>Strictly: what is not valid is refused and told to them.</source>
        <translation>Ketat: yang tidak sah ditolak dan diberitahukan kepada mereka.</translation>
    </message>
    <message>
        <source>0 means that they never confirm.</source>
        <translation>0 berarti mereka tidak pernah mengonfirmasi.</translation>
    </message>
    <message>
        <source>For example ExpectToSupply&gt;WillSupply; commas between.</source>
        <translation>Misalnya ExpectToSupply&gt;WillSupply; pisahkan dengan koma.</translation>
    </message>
    <message>
        <source>Every way is understood; this is how we write.</source>
        <translation>Semua cara dipahami; ini cara kita menulis.</translation>
    </message>
    <message>
        <source>Where their system looks for a price we ask.</source>
        <translation>Tempat sistem mereka mencari biaya yang kita minta.</translation>
    </message>
    <message>
        <source>For systems that read no address elements.</source>
        <translation>Untuk sistem yang tidak membaca elemen alamat.</translation>
    </message>
    <message>
        <source>In characters; longer notes are cut. 0 means no limit.</source>
        <translation>Dalam karakter; catatan lebih panjang dipotong. 0 berarti tanpa batas.</translation>
    </message>
    <message>
        <source>Digits alone where their system takes no dash.</source>
        <translation>Angka saja jika sistem mereka tidak menerima tanda hubung.</translation>
    </message>
    <message>
        <source>In characters; longer ids are not sent. 0 means no limit.</source>
        <translation>Dalam karakter; nomor lebih panjang tidak dikirim. 0 berarti tanpa batas.</translation>
    </message>
    <message>
        <source>Otherwise we ask in a note.</source>
        <translation>Jika tidak, kita meminta melalui catatan.</translation>
    </message>
    <message>
        <source>Otherwise we say that it was sent back.</source>
        <translation>Jika tidak, kita katakan sudah dikirim kembali.</translation>
    </message>
    <message>
        <source>Only in the edition of 2021; otherwise we write a note.</source>
        <translation>Hanya dalam edisi 2021; jika tidak, kita menulis catatan.</translation>
    </message>
    <message>
        <source>Tell them at once that a request has arrived.</source>
        <translation>Segera beri tahu bahwa permintaan telah tiba.</translation>
    </message>
    <message>
        <source>While nobody has looked at the request.</source>
        <translation>Selama belum ada yang melihat permintaan itu.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Otomatis</translation>
    </message>
    <message>
        <source>1.1 (2014)</source>
        <translation>1.1 (2014)</translation>
    </message>
    <message>
        <source>1.2 (2017)</source>
        <translation>1.2 (2017)</translation>
    </message>
    <message>
        <source>2021</source>
        <translation>2021</translation>
    </message>
    <message>
        <source>in their folder, not by mail</source>
        <translation>di folder mereka, tidak melalui surel</translation>
    </message>
    <message>
        <source>always, by mail too</source>
        <translation>selalu, melalui surel juga</translation>
    </message>
    <message>
        <source>never</source>
        <translation>tidak pernah</translation>
    </message>
    <message>
        <source>leniently</source>
        <translation>secara longgar</translation>
    </message>
    <message>
        <source>strictly</source>
        <translation>secara ketat</translation>
    </message>
    <message>
        <source>a: in a note with word and mark</source>
        <translation>a: catatan dengan kata dan penanda</translation>
    </message>
    <message>
        <source>b: by marks, as ReShare does</source>
        <translation>b: dengan penanda, seperti ReShare</translation>
    </message>
    <message>
        <source>c: by the bare word ACCEPT or REJECT</source>
        <translation>c: hanya kata ACCEPT atau REJECT</translation>
    </message>
    <message>
        <source>d: by trying again, by the book</source>
        <translation>d: dengan permintaan ulang, sesuai standar</translation>
    </message>
    <message>
        <source>the offered costs</source>
        <translation>biaya yang ditawarkan</translation>
    </message>
    <message>
        <source>the delivery costs</source>
        <translation>biaya pengiriman</translation>
    </message>
    <message>
        <source>a line of the note</source>
        <translation>satu baris catatan</translation>
    </message>
    <message>
        <source>with a dash</source>
        <translation>dengan tanda hubung</translation>
    </message>
    <message>
        <source>digits alone</source>
        <translation>angka saja</translation>
    </message>
    <message>
        <source>By the book</source>
        <translation>Sesuai standar</translation>
    </message>
    <message>
        <source>Files and seals</source>
        <translation>Berkas dan segel</translation>
    </message>
    <message>
        <source>Sealed packages show that nobody else wrote the message.</source>
        <translation>Paket bersegel menunjukkan bahwa tidak ada pihak lain yang menulis pesan itu.</translation>
    </message>
    <message>
        <source>That we have read it. A mail would have to be sent by hand.</source>
        <translation>Bahwa kita telah membacanya. Surel harus dikirim secara manual.</translation>
    </message>
    <message>
        <source>files in a package beside the message</source>
        <translation>berkas dalam paket di samping pesan</translation>
    </message>
    <message>
        <source>every message in a package</source>
        <translation>setiap pesan dalam paket</translation>
    </message>
    <message>
        <source>every message in a sealed package</source>
        <translation>setiap pesan dalam paket bersegel</translation>
    </message>
    <message>
        <source>Not known, or set by hand</source>
        <translation>Tidak diketahui, atau diatur sendiri</translation>
    </message>
    <message>
        <source>A price is written in</source>
        <translation>Biaya ditulis di</translation>
    </message>
    <message>
        <source>Answer new requests automatically</source>
        <translation>Jawab permintaan baru otomatis</translation>
    </message>
    <message>
        <source>Accept cancellations automatically</source>
        <translation>Setujui pembatalan otomatis</translation>
    </message>
    <message>
        <source>Answer reminders automatically</source>
        <translation>Jawab pengingat otomatis</translation>
    </message>
    <message>
        <source>“Automatic” answers in the edition they last wrote in.</source>
        <translation>“Otomatis” menjawab dalam edisi yang terakhir mereka pakai.</translation>
    </message>
    <message>
        <source>Otherwise we say no, and send new requests.</source>
        <translation>Jika tidak, kita menjawab tidak dan membuat permintaan baru.</translation>
    </message>
    <message>
        <source>Accept messages that name no standard or another one.</source>
        <translation>Terima pesan yang tidak menyebut standar atau menyebut standar lain.</translation>
    </message>
    <message>
        <source>Tell them the state of the request.</source>
        <translation>Beri tahu keadaan permintaan itu.</translation>
    </message>
    <message>
        <source>sealed, and only sealed ones are accepted</source>
        <translation>bersegel, dan hanya yang bersegel diterima</translation>
    </message>
    <message>
        <source>A message without a confirmation then needs attention.</source>
        <translation>Pesan yang tidak dikonfirmasi perlu diperiksa.</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Pertukaran pesan</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Tukar pesan sekarang</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Sisihkan</translation>
    </message>
    <message>
        <source>No messages here.</source>
        <translation>Tidak ada pesan di sini.</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Semua pesan</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>To leave</source>
        <translation>Akan dikirim</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Belum dikonfirmasi</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>Find messages</source>
        <translation>Cari pesan</translation>
    </message>
    <message>
        <source>Number or file</source>
        <translation>Nomor atau berkas</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Pesan yang mana</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>Semua mitra</translation>
    </message>
    <message>
        <source>Mails to be sent</source>
        <translation>Surel yang perlu dikirim</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Tampilkan semua pesan</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Belum ada pesan.</translation>
    </message>
    <message>
        <source>With confirmations</source>
        <translation>Dengan konfirmasi</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Messages read: {read}, sent: {written}.</source>
        <translation>Pesan dibaca: {read}, dikirim: {written}.</translation>
    </message>
    <message>
        <source>Exchange {time}</source>
        <translation>Pertukaran pesan pukul {time}</translation>
    </message>
    <message>
        <source>{n} to leave</source>
        <translation>{n} akan dikirim</translation>
    </message>
    <message>
        <source>{n} need attention</source>
        <translation>{n} perlu perhatian</translation>
    </message>
    <message>
        <source>the folder of {partner} cannot be reached</source>
        <translation>folder {partner} tidak dapat dijangkau</translation>
    </message>
    <message>
        <source>the folders of {n} partners cannot be reached</source>
        <translation>folder {n} mitra tidak dapat dijangkau</translation>
    </message>
    <message>
        <source>Mails read: {read}, sent: {written}.</source>
        <translation>Surel dibaca: {read}, dikirim: {written}.</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Masukkan kata sandi…</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Password of the mailbox</source>
        <translation>Kata sandi kotak surel</translation>
    </message>
    <message>
        <source>Use password</source>
        <translation>Pakai kata sandi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Messages read: {read}, sent: {written}, waiting to leave: {out}.</source>
        <translation>Pesan dibaca: {read}, dikirim: {written}, menunggu dikirim: {out}.</translation>
    </message>
    <message>
        <source>Need attention: {n}.</source>
        <translation>Perlu perhatian: {n}.</translation>
    </message>
    <message>
        <source>The desk is damaged: nothing is read or sent</source>
        <translation>Meja layanan rusak: tidak ada yang dibaca atau dikirim</translation>
    </message>
    <message>
        <source>The desk is not open: nothing is read or sent</source>
        <translation>Meja layanan tidak terbuka: tidak ada yang dibaca atau dikirim</translation>
    </message>
    <message>
        <source>The exchange failed at {time}</source>
        <translation>Pertukaran gagal pada {time}</translation>
    </message>
    <message>
        <source>1 needs attention</source>
        <translation>1 perlu perhatian</translation>
    </message>
    <message>
        <source>a file from {partner} cannot be opened yet</source>
        <translation>berkas dari {partner} belum dapat dibuka</translation>
    </message>
    <message>
        <source>files from {n} partners cannot be opened yet</source>
        <translation>berkas dari {n} mitra belum dapat dibuka</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>Messages read: {read}, sent: {written}. {out} wait until {time}.</source>
        <translation>Pesan dibaca: {read}, dikirim: {written}. {out} menunggu sampai {time}.</translation>
    </message>
    <message>
        <source>View only</source>
        <translation>Hanya melihat</translation>
    </message>
    <message>
        <source>{n} mails to be sent</source>
        <translation>{n} surel perlu dikirim</translation>
    </message>
    <message>
        <source>1 mail to be sent</source>
        <translation>1 surel perlu dikirim</translation>
    </message>
    <message>
        <source>1 to leave at {time}</source>
        <translation>1 akan dikirim {time}</translation>
    </message>
    <message>
        <source>{n} to leave from {time} on</source>
        <translation>{n} akan dikirim mulai {time}</translation>
    </message>
    <message>
        <source>{n} to leave now</source>
        <translation>{n} dikirim sekarang</translation>
    </message>
    <message>
        <source>No message waits to leave.</source>
        <translation>Tidak ada pesan yang menunggu dikirim.</translation>
    </message>
    <message>
        <source>Mails read: {read}, sent: {written}. {out} wait until {time}.</source>
        <translation>Surel dibaca: {read}, dikirim: {written}. {out} menunggu sampai {time}.</translation>
    </message>
    <message>
        <source>{n} to tell</source>
        <translation>{n} perlu disampaikan</translation>
    </message>
    <message>
        <source>more than {n} to tell</source>
        <translation>lebih dari {n} perlu disampaikan</translation>
    </message>
    <message>
        <source>a message from {partner} could not be taken in; the program’s log says why</source>
        <translation>pesan dari {partner} tidak dapat diterima; sebabnya ada di catatan kejadian program</translation>
    </message>
    <message>
        <source>messages from {n} partners could not be taken in; the program’s log says why</source>
        <translation>pesan dari {n} mitra tidak dapat diterima; sebabnya ada di catatan kejadian program</translation>
    </message>
    <message>
        <source>Mails ready for you to send: {n}.</source>
        <translation>Surel siap untuk Anda kirim: {n}.</translation>
    </message>
    <message>
        <source>{n} messages leave now. After that, Undo cannot take them back.</source>
        <translation>{n} pesan dikirim sekarang. Setelah itu tidak dapat diurungkan lagi.</translation>
    </message>
    <message>
        <source>1 message leaves now. After that, Undo cannot take it back.</source>
        <translation>1 pesan dikirim sekarang. Setelah itu tidak dapat diurungkan lagi.</translation>
    </message>
    <message>
        <source>The mail server asks for your password.</source>
        <translation>Peladen surel meminta kata sandi Anda.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Anak judul</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>Article or chapter</source>
        <translation>Artikel atau bab</translation>
    </message>
    <message>
        <source>Author of the part</source>
        <translation>Pengarang bagian</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edisi</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Kota terbit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun terbit</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Jilid</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Seri</translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation>ISBN</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>PMID</source>
        <translation>PMID</translation>
    </message>
    <message>
        <source>For us</source>
        <translation>Untuk kita</translation>
    </message>
    <message>
        <source>With the partner</source>
        <translation>Dengan mitra</translation>
    </message>
    <message>
        <source>With the reader</source>
        <translation>Dengan pemustaka</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Sudah dimintai</translation>
    </message>
    <message>
        <source>Still to be asked</source>
        <translation>Akan dimintai</translation>
    </message>
    <message>
        <source>Asked now</source>
        <translation>Sedang dimintai</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Bahan pustaka</translation>
    </message>
    <message>
        <source>Libraries asked</source>
        <translation>Perpustakaan yang dimintai</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Jilid</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Tanda</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Diperlukan sebelum</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Pick-up place</source>
        <translation>Tempat pengambilan</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Highest cost</source>
        <translation>Biaya tertinggi</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Alamat web</translation>
    </message>
    <message>
        <source>Pages sent</source>
        <translation>Halaman yang dikirim</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Nomor kita</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>None go about this; nothing has to be told now</source>
        <translation>Tidak ada yang dikirim tentang ini; sekarang tidak ada yang perlu disampaikan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Kode batang</translation>
    </message>
    <message>
        <source>They want it sent to</source>
        <translation>Minta dikirim ke</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>Dikembalikan ke</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Biaya yang dicatat</translation>
    </message>
    <message>
        <source>Number in the catalogue</source>
        <translation>Nomor di katalog</translation>
    </message>
    <message>
        <source>Title in its own script</source>
        <translation>Judul dalam aksara asli</translation>
    </message>
    <message>
        <source>Reader returns it by</source>
        <translation>Batas kembali pemustaka</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <translation>Buka {host}</translation>
    </message>
    <message>
        <source>Reported overdue</source>
        <translation>Dilaporkan terlambat</translation>
    </message>
    <message>
        <source>They say it is overdue</source>
        <translation>Menurut mereka terlambat</translation>
    </message>
    <message>
        <source>Reader told</source>
        <translation>Pemustaka diberi tahu</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Diserahkan</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>From the partner</source>
        <translation>Dari mitra</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>None go about this: tell them by telephone or letter</source>
        <translation>Tidak ada yang dikirim tentang ini: sampaikan lewat telepon atau surat</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Parts</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>Requests from readers</source>
        <translation>Permintaan dari pemustaka</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Permintaan terkirim</translation>
    </message>
    <message>
        <source>Sendings to libraries</source>
        <translation>Pengajuan ke perpustakaan</translation>
    </message>
    <message>
        <source>Requests filled</source>
        <translation>Permintaan terpenuhi</translation>
    </message>
    <message>
        <source>Loans received</source>
        <translation>Pinjaman diterima</translation>
    </message>
    <message>
        <source>Copies received</source>
        <translation>Salinan diterima</translation>
    </message>
    <message>
        <source>Pieces received</source>
        <translation>Eksemplar dan salinan diterima</translation>
    </message>
    <message>
        <source>Pages of copies received</source>
        <translation>Halaman salinan yang diterima</translation>
    </message>
    <message>
        <source>Copies received, pages unknown</source>
        <translation>Salinan diterima, jumlah halaman tidak diketahui</translation>
    </message>
    <message>
        <source>Requests unfilled</source>
        <translation>Permintaan tidak terpenuhi</translation>
    </message>
    <message>
        <source>Requests withdrawn</source>
        <translation>Permintaan ditarik</translation>
    </message>
    <message>
        <source>Fill rate, borrowing</source>
        <translation>Tingkat keterpenuhan, peminjaman</translation>
    </message>
    <message>
        <source>Turnaround</source>
        <translation>Waktu layanan</translation>
    </message>
    <message>
        <source>Needed-by dates met</source>
        <translation>Terpenuhi sebelum tanggal diperlukan</translation>
    </message>
    <message>
        <source>Readers served</source>
        <translation>Pemustaka dilayani</translation>
    </message>
    <message>
        <source>Requests received</source>
        <translation>Permintaan masuk</translation>
    </message>
    <message>
        <source>Requests supplied</source>
        <translation>Permintaan mitra dipenuhi</translation>
    </message>
    <message>
        <source>Loans sent out</source>
        <translation>Pinjaman dikirim</translation>
    </message>
    <message>
        <source>Copies sent out</source>
        <translation>Salinan dikirim</translation>
    </message>
    <message>
        <source>Pieces sent out</source>
        <translation>Eksemplar dan salinan dikirim</translation>
    </message>
    <message>
        <source>Pages of copies sent out</source>
        <translation>Halaman salinan yang dikirim</translation>
    </message>
    <message>
        <source>Copies sent out, pages unknown</source>
        <translation>Salinan dikirim, jumlah halaman tidak diketahui</translation>
    </message>
    <message>
        <source>Requests not supplied</source>
        <translation>Permintaan mitra tidak dipenuhi</translation>
    </message>
    <message>
        <source>Fill rate, lending</source>
        <translation>Tingkat keterpenuhan, pinjam keluar</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Waktu tanggap</translation>
    </message>
    <message>
        <source>Supply time</source>
        <translation>Waktu pemenuhan</translation>
    </message>
    <message>
        <source>Days on loan</source>
        <translation>Lama peminjaman</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Selisih timbal balik</translation>
    </message>
    <message>
        <source>Requests voided</source>
        <translation>Pencatatan yang dibatalkan</translation>
    </message>
    <message>
        <source>Borrowing requests that left the draft in the period: sent for the first time, or closed without being sent.</source>
        <translation>Permintaan pinjam yang tidak lagi berupa konsep dalam periode ini: pertama kali dikirim, atau ditutup tanpa dikirim.</translation>
    </message>
    <message>
        <source>Borrowing requests whose first sending is dated in the period. Counted once each, however many libraries were asked.</source>
        <translation>Permintaan pinjam yang pertama kali dikirim dalam periode ini. Masing-masing dihitung satu kali, berapa pun jumlah perpustakaan yang dimintai.</translation>
    </message>
    <message>
        <source>Every sending of a borrowing request to a library in the period.</source>
        <translation>Setiap pengajuan permintaan pinjam ke sebuah perpustakaan dalam periode ini.</translation>
    </message>
    <message>
        <source>Borrowing requests filled in the period: loans on the day the item was received, copies on the day the reader was told.</source>
        <translation>Permintaan pinjam yang terpenuhi dalam periode ini: pinjaman pada hari eksemplar diterima, salinan pada hari pemustaka diberi tahu.</translation>
    </message>
    <message>
        <source>Loans received from other libraries in the period.</source>
        <translation>Pinjaman yang diterima dari perpustakaan lain dalam periode ini.</translation>
    </message>
    <message>
        <source>Copies passed on to readers in the period.</source>
        <translation>Salinan yang diteruskan kepada pemustaka dalam periode ini.</translation>
    </message>
    <message>
        <source>The pieces of all borrowing requests filled in the period.</source>
        <translation>Jumlah bahan dari semua permintaan pinjam yang terpenuhi dalam periode ini.</translation>
    </message>
    <message>
        <source>The copies in B3n for which no pages are noted and whose requests give none, none that can be counted, or a single one, which may be only where they begin.</source>
        <translation>Salinan dalam B3n yang halamannya tidak tercatat dan yang permintaannya tidak mencantumkan halaman, atau tidak terhitung, atau hanya satu nomor yang mungkin sekadar halaman awal.</translation>
    </message>
    <message>
        <source>B3 divided by the sum of B3 and B4 in the period.</source>
        <translation>B3 dibagi jumlah B3 dan B4 dalam periode ini.</translation>
    </message>
    <message>
        <source>Calendar days from the day the reader asked to the day the reader was told, for all requests whose reader was told in the period.</source>
        <translation>Hari kalender sejak pemustaka meminta sampai pemustaka diberi tahu, untuk semua permintaan yang pemustakanya diberi tahu dalam periode ini.</translation>
    </message>
    <message>
        <source>Of the requests with a needed-by date whose readers were told in the period, the share told in time.</source>
        <translation>Dari permintaan bertanggal “diperlukan sebelum” yang pemustakanya diberi tahu dalam periode ini, persentase yang diberi tahu tepat waktu.</translation>
    </message>
    <message>
        <source>Lending requests that arrived in the period. A request tried again counts with the one it follows.</source>
        <translation>Permintaan mitra yang masuk dalam periode ini. Permintaan yang diajukan ulang dihitung bersama permintaan sebelumnya.</translation>
    </message>
    <message>
        <source>Lending requests supplied in the period: loans on the day they were sent out, copies on the day they were sent.</source>
        <translation>Permintaan mitra yang dipenuhi dalam periode ini: pinjaman dan salinan pada hari pengirimannya.</translation>
    </message>
    <message>
        <source>Loans sent out to other libraries in the period.</source>
        <translation>Pinjaman yang dikirim ke perpustakaan lain dalam periode ini.</translation>
    </message>
    <message>
        <source>Copies sent to other libraries in the period.</source>
        <translation>Salinan yang dikirim ke perpustakaan lain dalam periode ini.</translation>
    </message>
    <message>
        <source>The pieces of all lending requests supplied in the period.</source>
        <translation>Jumlah bahan dari semua permintaan mitra yang dipenuhi dalam periode ini.</translation>
    </message>
    <message>
        <source>The pages of the copies in L2n: those that were sent, where that is noted, else those requested: 12-19 is eight. Without those of L2gu.</source>
        <translation>Jumlah halaman salinan dalam L2n: yang dikirim, jika tercatat; jika tidak, sesuai permintaan: 12-19 berarti delapan. Tanpa L2gu.</translation>
    </message>
    <message>
        <source>The copies in L2n for which neither what was sent nor the request tells how many pages, as in B3gu.</source>
        <translation>Salinan dalam L2n yang jumlah halamannya tidak diketahui dari pengiriman maupun permintaan, seperti pada B3gu.</translation>
    </message>
    <message>
        <source>Lending requests refused in the period, by reason.</source>
        <translation>Permintaan mitra yang ditolak dalam periode ini, menurut alasan.</translation>
    </message>
    <message>
        <source>L2 divided by the sum of L2 and L3 in the period.</source>
        <translation>L2 dibagi jumlah L2 dan L3 dalam periode ini.</translation>
    </message>
    <message>
        <source>Calendar days from arrival to supply, by the day of supply.</source>
        <translation>Hari kalender sejak permintaan masuk sampai dipenuhi, menurut hari pemenuhan.</translation>
    </message>
    <message>
        <source>Calendar days from sending out to return, by the day the loan came back.</source>
        <translation>Hari kalender sejak pinjaman dikirim sampai kembali, menurut hari kembalinya.</translation>
    </message>
    <message>
        <source>L2 less B3: what we supplied beyond what we received.</source>
        <translation>L2 dikurangi B3: yang kita penuhi melebihi yang kita terima.</translation>
    </message>
    <message>
        <source>Requests of both sides voided in the period; no other figure counts them.</source>
        <translation>Permintaan kedua sisi yang dibatalkan pencatatannya dalam periode ini; tidak dihitung dalam angka lain.</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Menurut layanan</translation>
    </message>
    <message>
        <source>By partner</source>
        <translation>Menurut mitra</translation>
    </message>
    <message>
        <source>By country</source>
        <translation>Menurut negara</translation>
    </message>
    <message>
        <source>By category of reader</source>
        <translation>Menurut kategori pemustaka</translation>
    </message>
    <message>
        <source>By department</source>
        <translation>Menurut unit</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Menurut bulan</translation>
    </message>
    <message>
        <source>By reason</source>
        <translation>Menurut alasan</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>tidak diisi</translation>
    </message>
    <message>
        <source>{median} days (median of {n})</source>
        <translation>{median} hari (median dari {n})</translation>
    </message>
    <message>
        <source>Turnaround: at our desk</source>
        <translation>Waktu layanan: di meja kita</translation>
    </message>
    <message>
        <source>Turnaround: search and supply</source>
        <translation>Waktu layanan: pencarian dan pemenuhan</translation>
    </message>
    <message>
        <source>Turnaround: on the way</source>
        <translation>Waktu layanan: dalam perjalanan</translation>
    </message>
    <message>
        <source>Turnaround: telling the reader</source>
        <translation>Waktu layanan: pemberitahuan pemustaka</translation>
    </message>
    <message>
        <source>Waiting to be collected</source>
        <translation>Menunggu diambil</translation>
    </message>
    <message>
        <source>Turnaround on target</source>
        <translation>Waktu layanan sesuai target</translation>
    </message>
    <message>
        <source>Answered on target</source>
        <translation>Tanggapan sesuai target</translation>
    </message>
    <message>
        <source>Balance of twelve months</source>
        <translation>Selisih timbal balik dua belas bulan</translation>
    </message>
    <message>
        <source>Supplied for each received</source>
        <translation>Dipenuhi untuk setiap yang diterima</translation>
    </message>
    <message>
        <source>Work in hand</source>
        <translation>Pekerjaan berjalan</translation>
    </message>
    <message>
        <source>Oldest work in hand</source>
        <translation>Pekerjaan berjalan tertua</translation>
    </message>
    <message>
        <source>Work at a standstill</source>
        <translation>Pekerjaan yang terhenti</translation>
    </message>
    <message>
        <source>Borrowing requests given up in the period, because nobody supplied, by the reason staff gave.</source>
        <translation>Permintaan pinjam yang dihentikan dalam periode ini karena tidak ada yang memenuhi, menurut alasan dari petugas.</translation>
    </message>
    <message>
        <source>Borrowing requests closed without supply in the period, by reason. Those a library cancelled because we asked count as withdrawn.</source>
        <translation>Permintaan pinjam yang ditutup tanpa dipenuhi dalam periode ini, menurut alasan. Yang dibatalkan perpustakaan atas permintaan kita dihitung sebagai ditarik.</translation>
    </message>
    <message>
        <source>Working days of our calendar from arrival to our first answer, by the day of the answer.</source>
        <translation>Hari kerja menurut kalender kita sejak permintaan masuk sampai tanggapan pertama kita, menurut hari tanggapan.</translation>
    </message>
    <message>
        <source>Of the requests in L5, the share answered within the target: 5 working days unless the library has set another.</source>
        <translation>Dari permintaan dalam L5, persentase yang ditanggapi dalam target: 5 hari kerja, kecuali perpustakaan menetapkan lain.</translation>
    </message>
    <message>
        <source>{median} working days (median of {n})</source>
        <translation>{median} hari kerja (median dari {n})</translation>
    </message>
    <message>
        <source>Of B8, the calendar days from the day the reader asked to the first sending.</source>
        <translation>Dari B8, hari kalender sejak pemustaka meminta sampai pengiriman pertama.</translation>
    </message>
    <message>
        <source>The pages of the copies in B3n: those that staff noted, else those requested: 12-19 is eight. Files that arrive are not counted. Without those of B3gu.</source>
        <translation>Jumlah halaman salinan dalam B3n: yang dicatat petugas, jika ada; jika tidak, sesuai permintaan: 12-19 berarti delapan. Berkas yang datang tidak dihitung. Tanpa B3gu.</translation>
    </message>
    <message>
        <source>Of B8, the calendar days from the first sending to the day a library sent the item.</source>
        <translation>Dari B8, hari kalender sejak pengiriman pertama sampai sebuah perpustakaan mengirim bahannya.</translation>
    </message>
    <message>
        <source>Of B8, the calendar days from the day a library sent the item to its arrival.</source>
        <translation>Dari B8, hari kalender sejak sebuah perpustakaan mengirim bahannya sampai tiba.</translation>
    </message>
    <message>
        <source>Of B8, the calendar days from the arrival to the day the reader was told.</source>
        <translation>Dari B8, hari kalender sejak tiba sampai pemustaka diberi tahu.</translation>
    </message>
    <message>
        <source>Calendar days from the day the reader was told to the day the item was handed out, by that day. Not a part of B8.</source>
        <translation>Hari kalender sejak pemustaka diberi tahu sampai bahan diserahkan, menurut hari penyerahan. Bukan bagian dari B8.</translation>
    </message>
    <message>
        <source>Of the requests in B8, the share that took at most the target, in working days of our calendar: 10 for loans and 3 for copies unless the library has set others.</source>
        <translation>Dari permintaan dalam B8, persentase yang tidak melampaui target dalam hari kerja menurut kalender kita: 10 untuk pinjaman dan 3 untuk salinan, kecuali perpustakaan menetapkan lain.</translation>
    </message>
    <message>
        <source>The same for the twelve months that end with the period.</source>
        <translation>Sama seperti di atas untuk dua belas bulan yang berakhir dengan periode ini.</translation>
    </message>
    <message>
        <source>L2 divided by B3: requests supplied for each one received.</source>
        <translation>L2 dibagi B3: permintaan yang kita penuhi untuk setiap satu yang kita terima.</translation>
    </message>
    <message>
        <source>Requests of both sides that were neither finished nor drafts when the period ended, in the state they had on its last day.</source>
        <translation>Permintaan kedua sisi yang bukan konsep dan belum selesai ketika periode berakhir, menurut status pada hari terakhirnya.</translation>
    </message>
    <message>
        <source>By kind of publication</source>
        <translation>Menurut jenis bahan</translation>
    </message>
    <message>
        <source>Within the country and abroad</source>
        <translation>Dalam dan luar negeri</translation>
    </message>
    <message>
        <source>By agreement</source>
        <translation>Menurut perjanjian kerja sama</translation>
    </message>
    <message>
        <source>By service level</source>
        <translation>Menurut tingkat layanan</translation>
    </message>
    <message>
        <source>By way of delivery</source>
        <translation>Menurut cara pengiriman</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Menurut bahasa</translation>
    </message>
    <message>
        <source>By decade of publication</source>
        <translation>Menurut dasawarsa terbit</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Menurut status</translation>
    </message>
    <message>
        <source>within the country</source>
        <translation>dalam negeri</translation>
    </message>
    <message>
        <source>abroad</source>
        <translation>luar negeri</translation>
    </message>
    <message>
        <source>Borrowing: {state}</source>
        <translation>Peminjaman: {state}</translation>
    </message>
    <message>
        <source>Lending: {state}</source>
        <translation>Pinjam keluar: {state}</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Dipinjam</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>Dipinjamkan</translation>
    </message>
    <message>
        <source>{median} day (median of {n})</source>
        <translation>{median} hari (median dari {n})</translation>
    </message>
    <message>
        <source>{median} working day (median of {n})</source>
        <translation>{median} hari kerja (median dari {n})</translation>
    </message>
    <message>
        <source>too few ({n})</source>
        <translation>terlalu sedikit ({n})</translation>
    </message>
    <message>
        <source>none in {month}</source>
        <translation>tidak ada pada {month}</translation>
    </message>
    <message>
        <source>as many as in {month}</source>
        <translation>sama seperti {month}</translation>
    </message>
    <message>
        <source>▲ {n} more than in {month}</source>
        <translation>▲ {n} lebih banyak daripada {month}</translation>
    </message>
    <message>
        <source>▼ {n} fewer than in {month}</source>
        <translation>▼ {n} lebih sedikit daripada {month}</translation>
    </message>
    <message>
        <source>{then} when the month was closed. The requests behind it changed.</source>
        <translation>{then} saat bulan ditutup. Permintaan di baliknya berubah.</translation>
    </message>
    <message>
        <source>{then} when the month was closed. With what was entered or changed since, {now}.</source>
        <translation>{then} saat bulan ditutup. Dengan yang dicatat atau diubah sejak itu, {now}.</translation>
    </message>
    <message>
        <source>closed on {day}</source>
        <translation>ditutup pada {day}</translation>
    </message>
    <message>
        <source>closed on {day} by {staff}</source>
        <translation>ditutup pada {day} oleh {staff}</translation>
    </message>
    <message>
        <source>{said}, {n} figure corrected since</source>
        <translation>{said}, {n} angka dikoreksi sejak itu</translation>
    </message>
    <message>
        <source>{said}, {n} figures corrected since</source>
        <translation>{said}, {n} angka dikoreksi sejak itu</translation>
    </message>
    <message>
        <source>Different readers of the requests in B1, month by month: somebody who asks in two months counts in both, because names are removed after a while.</source>
        <translation>Pemustaka yang berbeda pada permintaan B1, bulan demi bulan: yang meminta dalam dua bulan dihitung di keduanya, karena nama dihapus setelah beberapa waktu.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Perpustakaan</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Version of the definitions</source>
        <translation>Versi definisi</translation>
    </message>
    <message>
        <source>Counted on</source>
        <translation>Dihitung pada</translation>
    </message>
    <message>
        <source>Month closed by</source>
        <translation>Bulan ditutup oleh</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Corrected since</source>
        <translation>Koreksi sejak itu</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>Dua belas bulan</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definisi</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Borrowing</source>
        <translation>Peminjaman</translation>
    </message>
    <message>
        <source>Lending</source>
        <translation>Layanan pinjam keluar</translation>
    </message>
    <message>
        <source>Give and take</source>
        <translation>Timbal balik</translation>
    </message>
    <message>
        <source>The desk</source>
        <translation>Meja layanan</translation>
    </message>
    <message>
        <source>Interlibrary loan</source>
        <translation>Pinjam antarperpustakaan</translation>
    </message>
    <message>
        <source>What the figures count</source>
        <translation>Apa yang dihitung</translation>
    </message>
    <message>
        <source>Days since the oldest request of W1 was created: up to the last day of the period, or up to today while the period is not over.</source>
        <translation>Umur permintaan tertua dalam W1 dalam hari: sampai hari terakhir periode, atau sampai hari ini selama periode belum berakhir.</translation>
    </message>
    <message>
        <source>Requests of W1 with which nothing had happened for more than 30 days: up to the last day of the period, or up to today while it is not over.</source>
        <translation>Permintaan dalam W1 yang tidak bergerak selama lebih dari 30 hari: sampai hari terakhir periode, atau sampai hari ini selama periode belum berakhir.</translation>
    </message>
    <message>
        <source>{month} is not over yet: it can be closed from {day}.</source>
        <translation>{month} belum berakhir: baru dapat ditutup mulai {day}.</translation>
    </message>
    <message>
        <source>A month of the period was closed with another number: see the definitions.</source>
        <translation>Satu bulan dalam periode ini ditutup dengan angka lain: lihat definisinya.</translation>
    </message>
    <message>
        <source>Month closed on</source>
        <translation>Bulan ditutup pada</translation>
    </message>
</context>
<context>
    <name>FigureDetail</name>
    <message>
        <source>Show the requests</source>
        <translation>Tampilkan permintaan</translation>
    </message>
    <message>
        <source>Parts of the figure</source>
        <translation>Rincian angka</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Simpan statistik</translation>
    </message>
    <message>
        <source>The figures are saved in {file}.</source>
        <translation>Statistik disimpan di {file}.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Bandingkan dengan</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Bulan berikutnya</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>Dua belas bulan</translation>
    </message>
    <message>
        <source>Borrowed and lent in twelve months</source>
        <translation>Dipinjam dan dipinjamkan dalam dua belas bulan</translation>
    </message>
    <message>
        <source>Reopen the month</source>
        <translation>Buka kembali bulan</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>Tutup bulan</translation>
    </message>
    <message>
        <source>Same month last year</source>
        <translation>Bulan yang sama tahun lalu</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>statistik</translation>
    </message>
    <message>
        <source>{month} is closed already.</source>
        <translation>{month} sudah ditutup.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Pilih berkas</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>ILL Desktop</source>
        <translation>ILL Desktop</translation>
    </message>
    <message>
        <source>Welcome to ILL Desktop</source>
        <translation>Selamat datang di ILL Desktop</translation>
    </message>
    <message>
        <source>Name of your library</source>
        <translation>Nama perpustakaan Anda</translation>
    </message>
    <message>
        <source>Library symbol</source>
        <translation>Kode perpustakaan</translation>
    </message>
    <message>
        <source>ISIL:ID-JKT-PNRI</source>
        <translation>ISIL:ID-JKT-PNRI</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
    <message>
        <source>Open the sample desk</source>
        <translation>Buka meja contoh</translation>
    </message>
    <message>
        <source>Make the desk</source>
        <translation>Buat meja layanan</translation>
    </message>
    <message>
        <source>The sample desk is being made…</source>
        <translation>Meja contoh sedang dibuat…</translation>
    </message>
    <message>
        <source>What your library borrows and lends, the slips and labels that go with it, and the messages to your partners: on this computer, without a server.</source>
        <translation>Apa yang dipinjam dan dipinjamkan perpustakaan Anda, slip dan label yang menyertainya, serta pesan kepada mitra: semuanya di komputer ini, tanpa peladen.</translation>
    </message>
    <message>
        <source>Which language should the program use? You can change it at any time.</source>
        <translation>Bahasa apa yang dipakai program ini? Anda dapat menggantinya kapan saja.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation>Bahasa Indonesia</translation>
    </message>
    <message>
        <source>Make a desk for our library</source>
        <translation>Buat meja layanan untuk perpustakaan kita</translation>
    </message>
    <message>
        <source>Everything is kept in one folder on this computer.</source>
        <translation>Semuanya disimpan dalam satu folder di komputer ini.</translation>
    </message>
    <message>
        <source>Open an existing desk</source>
        <translation>Buka meja layanan yang sudah ada</translation>
    </message>
    <message>
        <source>From another computer, a backup medium or an earlier installation.</source>
        <translation>Dari komputer lain, media cadangan, atau pemasangan terdahulu.</translation>
    </message>
    <message>
        <source>Look around in a sample desk first</source>
        <translation>Lihat-lihat dahulu di meja contoh</translation>
    </message>
    <message>
        <source>Folder of the desk</source>
        <translation>Folder meja layanan</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Address, as printed on labels</source>
        <translation>Alamat seperti yang dicetak pada label</translation>
    </message>
    <message>
        <source>Add partners later</source>
        <translation>Tambahkan mitra nanti</translation>
    </message>
    <message>
        <source>Add the first partner now</source>
        <translation>Tambahkan mitra pertama sekarang</translation>
    </message>
    <message>
        <source>Name of the partner</source>
        <translation>Nama mitra</translation>
    </message>
    <message>
        <source>Symbol of the partner</source>
        <translation>Kode mitra</translation>
    </message>
    <message>
        <source>ISIL:ID-YOG-UGM</source>
        <translation>ISIL:ID-YOG-UGM</translation>
    </message>
    <message>
        <source>Folder with what they leave for us</source>
        <translation>Folder tempat mereka menaruh berkas untuk kita</translation>
    </message>
    <message>
        <source>Folder where we leave files for them</source>
        <translation>Folder tempat kita menaruh berkas untuk mereka</translation>
    </message>
    <message>
        <source>Paper in your printer</source>
        <translation>Kertas di pencetak Anda</translation>
    </message>
    <message>
        <source>Labels for parcels</source>
        <translation>Label untuk paket</translation>
    </message>
    <message>
        <source>Print a test sheet on plain paper and hold it against a sheet of labels: the outlines must meet.</source>
        <translation>Cetak lembar uji pada kertas biasa lalu terawang bersama lembar label: garis tepinya harus berimpit.</translation>
    </message>
    <message>
        <source>Save test sheet…</source>
        <translation>Simpan lembar uji…</translation>
    </message>
    <message>
        <source>Print test sheet…</source>
        <translation>Cetak lembar uji…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Halaman {page} dari {pages}</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Buka meja layanan</translation>
    </message>
    <message>
        <source>This does not look like an ISIL, such as ID-JKT-PNRI. It is kept as typed.</source>
        <translation>Ini tidak tampak seperti ISIL, misalnya ID-JKT-PNRI. Tetap disimpan seperti yang diketik.</translation>
    </message>
    <message>
        <source>Will be written as {symbol}.</source>
        <translation>Akan ditulis sebagai {symbol}.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Save test sheet</source>
        <translation>Simpan lembar uji</translation>
    </message>
    <message>
        <source>The test sheet is in {file}.</source>
        <translation>Lembar uji ada di {file}.</translation>
    </message>
    <message>
        <source>The test sheet was sent to the printer.</source>
        <translation>Lembar uji sudah dikirim ke pencetak.</translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>Isilah “{field}”.</translation>
    </message>
    <message>
        <source>Your desk</source>
        <translation>Meja layanan Anda</translation>
    </message>
    <message>
        <source>Your library</source>
        <translation>Perpustakaan Anda</translation>
    </message>
    <message>
        <source>Exchange with partners</source>
        <translation>Pertukaran pesan dengan mitra</translation>
    </message>
    <message>
        <source>Paper and labels</source>
        <translation>Kertas dan label</translation>
    </message>
    <message>
        <source>About fifty requests of an invented library, in every state. You can start with your own at any time.</source>
        <translation>Sekitar lima puluh permintaan dari perpustakaan rekaan dengan segala status. Anda dapat mulai dengan milik sendiri kapan saja.</translation>
    </message>
    <message>
        <source>Use {symbol}</source>
        <translation>Pakai {symbol}</translation>
    </message>
    <message>
        <source>test sheet</source>
        <translation>lembar uji</translation>
    </message>
    <message>
        <source>Requests travel as files in a folder that both libraries see: a network folder, a synced folder or a stick. With libraries that have none you work by hand.</source>
        <translation>Permintaan dikirim sebagai berkas di folder yang dapat dibuka kedua perpustakaan: folder jaringan, folder tersinkron, atau diska lepas. Perpustakaan tanpa folder dilayani secara manual.</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>This desk has no request yet. Begin with a new one, or bring in what is on loan now.</source>
        <translation>Meja layanan ini belum memiliki permintaan. Mulailah dengan permintaan baru, atau masukkan pinjaman yang sedang berjalan.</translation>
    </message>
    <message>
        <source>This desk has no request yet. First add the libraries you exchange with; then bring in what is on loan now, or begin with a new request.</source>
        <translation>Meja layanan ini belum memiliki permintaan. Tambahkan dahulu perpustakaan mitra; lalu masukkan pinjaman yang sedang berjalan, atau mulai dengan permintaan baru.</translation>
    </message>
    <message>
        <source>Add partner</source>
        <translation>Tambah mitra</translation>
    </message>
    <message>
        <source>Bring in current loans…</source>
        <translation>Masukkan pinjaman berjalan…</translation>
    </message>
    <message>
        <source>New borrowing request</source>
        <translation>Permintaan pinjam baru</translation>
    </message>
    <message>
        <source>Record lending</source>
        <translation>Catat permintaan mitra</translation>
    </message>
</context>
<context>
    <name>Flag</name>
    <message>
        <source>Cancellation asked</source>
        <translation>Pembatalan diminta</translation>
    </message>
    <message>
        <source>Conditions open</source>
        <translation>Syarat belum diputuskan</translation>
    </message>
    <message>
        <source>Renewal asked</source>
        <translation>Perpanjangan diminta</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Ditarik kembali</translation>
    </message>
    <message>
        <source>Keep for now</source>
        <translation>Simpan dahulu</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Hilang</translation>
    </message>
    <message>
        <source>Their sending was never announced</source>
        <translation>Pengiriman tidak pernah diberitahukan</translation>
    </message>
    <message>
        <source>Unread message</source>
        <translation>Pesan belum dibaca</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>Pull slip printed</source>
        <translation>Slip pengambilan sudah dicetak</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Terlambat</translation>
    </message>
</context>
<context>
    <name>FolderNote</name>
    <message>
        <source>Not there yet: {folder} is made with the desk.</source>
        <translation>Belum ada: {folder} akan dibuat bersama meja layanan.</translation>
    </message>
</context>
<context>
    <name>Foresight</name>
    <message>
        <source>The message goes on waiting: {reason}</source>
        <translation>Pesan tetap menunggu: {reason}</translation>
    </message>
    <message>
        <source>Nothing changes: {number} has this message already.</source>
        <translation>Tidak ada yang berubah: {number} sudah memuat pesan ini.</translation>
    </message>
    <message>
        <source>A new request is made that follows {before}: {title}</source>
        <translation>Dibuat permintaan baru yang melanjutkan {before}: {title}</translation>
    </message>
    <message>
        <source>{number} becomes “{now}”; it was “{then}”.</source>
        <translation>{number} menjadi “{now}”; sebelumnya “{then}”.</translation>
    </message>
    <message>
        <source>{number} stays “{now}”.</source>
        <translation>{number} tetap “{now}”.</translation>
    </message>
    <message>
        <source>Our message “{what}” is confirmed.</source>
        <translation>Pesan kita “{what}” dikonfirmasi.</translation>
    </message>
    <message>
        <source>Our message “{what}” is refused by them: {why}</source>
        <translation>Pesan kita “{what}” ditolak mitra: {why}</translation>
    </message>
    <message>
        <source>Leaves at once</source>
        <translation>Langsung dikirim</translation>
    </message>
    <message>
        <source>It is only kept in its messages and history.</source>
        <translation>Pesan hanya disimpan dalam pesan dan riwayatnya.</translation>
    </message>
    <message>
        <source>What the mail holds is kept with the request.</source>
        <translation>Isi surel disimpan bersama permintaan.</translation>
    </message>
</context>
<context>
    <name>FoundOnly</name>
    <message>
        <source>Show all requests</source>
        <translation>Tampilkan semua permintaan</translation>
    </message>
    <message>
        <source>Only what was found for “{text}” is shown.</source>
        <translation>Hanya hasil untuk “{text}” yang ditampilkan.</translation>
    </message>
    <message>
        <source>Only request {number} is shown.</source>
        <translation>Hanya permintaan {number} yang ditampilkan.</translation>
    </message>
    <message>
        <source>“{text}” belongs to {n} requests. Choose the one you mean.</source>
        <translation>“{text}” tercatat pada {n} permintaan. Pilih yang dimaksud.</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Only the {n} drafts just made are shown.</source>
        <translation>Hanya {n} konsep yang baru dibuat yang ditampilkan.</translation>
    </message>
    <message>
        <source>Only requests a library still has to be told about are shown.</source>
        <translation>Hanya permintaan yang masih perlu disampaikan kepada suatu perpustakaan yang ditampilkan.</translation>
    </message>
</context>
<context>
    <name>HabitsForm</name>
    <message>
        <source>Their system</source>
        <translation>Sistem mereka</translation>
    </message>
    <message>
        <source>How we write to them</source>
        <translation>Cara kita menulis kepada mereka</translation>
    </message>
    <message>
        <source>Hide advanced settings</source>
        <translation>Sembunyikan pengaturan lanjutan</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Pengaturan lanjutan</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Handbook</source>
        <translation>Buku pegangan</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topik</translation>
    </message>
    <message>
        <source>Find in the handbook</source>
        <translation>Cari di buku pegangan</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Try fewer letters or another word.</source>
        <translation>Tidak ada hasil untuk “{text}”. Coba kurangi hurufnya atau gunakan kata lain.</translation>
    </message>
    <message>
        <source>Found once.</source>
        <translation>Ditemukan satu kali.</translation>
    </message>
    <message>
        <source>Found {n} times. Enter: the next.</source>
        <translation>Ditemukan {n} kali. Enter: berikutnya.</translation>
    </message>
</context>
<context>
    <name>Heard</name>
    <message>
        <source>They have the request</source>
        <translation>Permintaan sudah mereka terima</translation>
    </message>
    <message>
        <source>They expect to supply</source>
        <translation>Mungkin mereka penuhi</translation>
    </message>
    <message>
        <source>They will supply</source>
        <translation>Akan mereka penuhi</translation>
    </message>
    <message>
        <source>They name conditions</source>
        <translation>Mereka mengajukan syarat</translation>
    </message>
    <message>
        <source>It can be tried again</source>
        <translation>Dapat diajukan ulang</translation>
    </message>
    <message>
        <source>They cannot supply</source>
        <translation>Tidak dapat mereka penuhi</translation>
    </message>
    <message>
        <source>They sent it</source>
        <translation>Sudah mereka kirim</translation>
    </message>
    <message>
        <source>They sent a copy</source>
        <translation>Mereka mengirim salinan</translation>
    </message>
    <message>
        <source>They say it is overdue</source>
        <translation>Menurut mereka sudah terlambat</translation>
    </message>
    <message>
        <source>They want it back</source>
        <translation>Mereka menarik kembali bahan ini</translation>
    </message>
    <message>
        <source>They have it back</source>
        <translation>Sudah kembali kepada mereka</translation>
    </message>
    <message>
        <source>They closed it without return</source>
        <translation>Mereka menutup tanpa pengembalian</translation>
    </message>
    <message>
        <source>They cancelled as asked</source>
        <translation>Mereka membatalkan sesuai permintaan</translation>
    </message>
    <message>
        <source>They refused to cancel</source>
        <translation>Mereka menolak pembatalan</translation>
    </message>
    <message>
        <source>They withdrew</source>
        <translation>Mereka menarik permintaannya</translation>
    </message>
    <message>
        <source>They renewed it</source>
        <translation>Mereka memperpanjang</translation>
    </message>
    <message>
        <source>They refused to renew</source>
        <translation>Mereka menolak perpanjangan</translation>
    </message>
    <message>
        <source>They ask us to keep it</source>
        <translation>Mereka meminta kita menyimpannya dahulu</translation>
    </message>
    <message>
        <source>We may send it back</source>
        <translation>Boleh kita kirim kembali</translation>
    </message>
    <message>
        <source>They wrote a note</source>
        <translation>Mereka menulis catatan</translation>
    </message>
    <message>
        <source>They wrote without news</source>
        <translation>Mereka menulis tanpa kabar baru</translation>
    </message>
    <message>
        <source>They sent a request</source>
        <translation>Mereka mengirim permintaan</translation>
    </message>
    <message>
        <source>They tried again</source>
        <translation>Mereka mengajukan ulang</translation>
    </message>
    <message>
        <source>They sent a reminder</source>
        <translation>Mereka mengirim pengingat</translation>
    </message>
    <message>
        <source>They ask to cancel</source>
        <translation>Mereka meminta pembatalan</translation>
    </message>
    <message>
        <source>They ask to cancel, too late</source>
        <translation>Mereka meminta pembatalan, tetapi terlambat</translation>
    </message>
    <message>
        <source>They accept the conditions</source>
        <translation>Mereka menyetujui syarat</translation>
    </message>
    <message>
        <source>They refuse the conditions</source>
        <translation>Mereka menolak syarat</translation>
    </message>
    <message>
        <source>They ask for the status</source>
        <translation>Mereka menanyakan status</translation>
    </message>
    <message>
        <source>They received it</source>
        <translation>Kiriman sudah mereka terima</translation>
    </message>
    <message>
        <source>They ask to renew</source>
        <translation>Mereka meminta perpanjangan</translation>
    </message>
    <message>
        <source>They sent it back</source>
        <translation>Mereka mengirimnya kembali</translation>
    </message>
    <message>
        <source>They sent it on to another library</source>
        <translation>Mereka meneruskannya ke perpustakaan lain</translation>
    </message>
    <message>
        <source>They lost it</source>
        <translation>Hilang di tangan mereka</translation>
    </message>
    <message>
        <source>They keep it for now</source>
        <translation>Mereka menyimpannya dahulu</translation>
    </message>
    <message>
        <source>They have sent it, told late</source>
        <translation>Sudah mereka kirim, kabarnya terlambat</translation>
    </message>
    <message>
        <source>Renewal granted, told late</source>
        <translation>Perpanjangan disetujui, kabarnya terlambat</translation>
    </message>
</context>
<context>
    <name>Hour</name>
    <message>
        <source>{hour}</source>
        <translation>pukul {hour}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Back up the desk</source>
        <translation>Cadangkan meja layanan</translation>
    </message>
    <message>
        <source>The desk is backed up in {file}.</source>
        <translation>Meja layanan dicadangkan di {file}.</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Pengaturan disimpan.</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>cadangan</translation>
    </message>
</context>
<context>
    <name>KeptFiles</name>
    <message>
        <source>can run something when opened</source>
        <translation>dapat menjalankan sesuatu jika dibuka</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Buka salinannya</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Tampilkan di folder</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Try again after</source>
        <translation>Ajukan ulang setelah</translation>
    </message>
    <message>
        <source>Try again before</source>
        <translation>Ajukan ulang sebelum</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Diperkirakan pada</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>Item barcode</source>
        <translation>Kode batang eksemplar</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Perpustakaan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Dikirim melalui</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Alamat web</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Their answer</source>
        <translation>Jawaban mereka</translation>
    </message>
    <message>
        <source>Their message</source>
        <translation>Pesan mereka</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Jumlah jilid</translation>
    </message>
    <message>
        <source>Pages sent</source>
        <translation>Halaman yang dikirim</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>In the queues</source>
        <translation>Di antrean</translation>
    </message>
    <message>
        <source>In the list of requests</source>
        <translation>Di daftar permintaan</translation>
    </message>
    <message>
        <source>In forms</source>
        <translation>Di formulir</translation>
    </message>
    <message>
        <source>In a borrowing request</source>
        <translation>Di permintaan pinjam</translation>
    </message>
    <message>
        <source>In an answer</source>
        <translation>Di jawaban</translation>
    </message>
    <message>
        <source>Where an answer or message is recorded</source>
        <translation>Saat mencatat jawaban atau pesan</translation>
    </message>
    <message>
        <source>In the handbook</source>
        <translation>Di buku pegangan</translation>
    </message>
    <message>
        <source>At the first start</source>
        <translation>Saat pertama kali dibuka</translation>
    </message>
    <message>
        <source>From a request to its list, from a page back to where you were</source>
        <translation>Dari permintaan ke daftarnya, dari halaman kembali ke tempat tadi</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>To the list of the queue</source>
        <translation>Ke daftar antrean</translation>
    </message>
    <message>
        <source>To the queues</source>
        <translation>Ke antrean</translation>
    </message>
    <message>
        <source>Do what is next for the request</source>
        <translation>Kerjakan langkah berikutnya untuk permintaan</translation>
    </message>
    <message>
        <source>What can be done with the request</source>
        <translation>Yang dapat dilakukan dengan permintaan</translation>
    </message>
    <message>
        <source>Press the button that ends the form</source>
        <translation>Tekan tombol penutup formulir</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Simpan draf</translation>
    </message>
    <message>
        <source>Ask this library earlier</source>
        <translation>Minta perpustakaan ini lebih dahulu</translation>
    </message>
    <message>
        <source>Ask this library later</source>
        <translation>Minta perpustakaan ini kemudian</translation>
    </message>
    <message>
        <source>Do not ask this library</source>
        <translation>Jangan minta perpustakaan ini</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>Pilih jawaban</translation>
    </message>
    <message>
        <source>Choose what they said</source>
        <translation>Pilih yang mereka katakan</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Halaman sebelumnya</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>&amp;Title of the journal or book</source>
        <translation>&amp;Judul jurnal atau buku</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Judul</translation>
    </message>
    <message>
        <source>Not saved with this kind of request: {fields}.</source>
        <translation>Tidak disimpan untuk jenis permintaan ini: {fields}.</translation>
    </message>
</context>
<context>
    <name>Left</name>
    <message>
        <source>Go on writing</source>
        <translation>Lanjutkan menulis</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Written {moment}, not saved.</source>
        <translation>Ditulis {moment}, belum disimpan.</translation>
    </message>
    <message>
        <source>Changed elsewhere since then: {fields}.</source>
        <translation>Sejak itu diubah di tempat lain: {fields}.</translation>
    </message>
    <message>
        <source>Filled in with what was written {moment} and not saved.</source>
        <translation>Diisi dengan yang ditulis {moment} dan belum disimpan.</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>Express</source>
        <translation>Ekspres</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Biasa</translation>
    </message>
    <message>
        <source>Rush</source>
        <translation>Segera</translation>
    </message>
    <message>
        <source>By second-class mail</source>
        <translation>Lewat pos kelas dua</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standar</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Mendesak</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Library</source>
        <translation>Perpustakaan</translation>
    </message>
    <message>
        <source>Name of the library</source>
        <translation>Nama perpustakaan</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Language of the desk</source>
        <translation>Bahasa meja layanan</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Bahasa jendela</translation>
    </message>
    <message>
        <source>Address for parcels</source>
        <translation>Alamat pengiriman</translation>
    </message>
    <message>
        <source>Address for returns</source>
        <translation>Alamat pengembalian</translation>
    </message>
    <message>
        <source>Address for letters</source>
        <translation>Alamat surat</translation>
    </message>
    <message>
        <source>Address for invoices</source>
        <translation>Alamat tagihan</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Closed every week on</source>
        <translation>Tutup setiap minggu pada hari</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Sen</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Sel</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Rab</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Jum</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sab</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Closed on the public holidays of the country</source>
        <translation>Tutup pada hari libur nasional</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Hari tutup</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Add day</source>
        <translation>Tambah tanggal</translation>
    </message>
    <message>
        <source>Import a calendar…</source>
        <translation>Impor kalender…</translation>
    </message>
    <message>
        <source>Remove day</source>
        <translation>Hapus tanggal</translation>
    </message>
    <message>
        <source>Move these due dates</source>
        <translation>Geser tanggal jatuh tempo ini</translation>
    </message>
    <message>
        <source>Loans and reminders</source>
        <translation>Pinjaman dan pengingat</translation>
    </message>
    <message>
        <source>Loan period in days</source>
        <translation>Masa pinjam (hari)</translation>
    </message>
    <message>
        <source>Minutes to take back what is sent</source>
        <translation>Jeda sebelum dikirim (menit)</translation>
    </message>
    <message>
        <source>Note when readers are told and collect</source>
        <translation>Catat saat pemustaka diberi tahu dan mengambil</translation>
    </message>
    <message>
        <source>Days after which a request comes up again</source>
        <translation>Jumlah hari sebelum permintaan diingatkan kembali</translation>
    </message>
    <message>
        <source>No answer (working days)</source>
        <translation>Belum dijawab (hari kerja)</translation>
    </message>
    <message>
        <source>Conditions open (working days)</source>
        <translation>Syarat belum diputuskan (hari kerja)</translation>
    </message>
    <message>
        <source>Before the reader needs it</source>
        <translation>Sebelum diperlukan pemustaka</translation>
    </message>
    <message>
        <source>Before it is due</source>
        <translation>Sebelum jatuh tempo</translation>
    </message>
    <message>
        <source>Sent but not arrived</source>
        <translation>Dikirim tetapi belum tiba</translation>
    </message>
    <message>
        <source>Not collected by the reader</source>
        <translation>Belum diambil pemustaka</translation>
    </message>
    <message>
        <source>Return not confirmed</source>
        <translation>Pengembalian belum dikonfirmasi</translation>
    </message>
    <message>
        <source>After it was due</source>
        <translation>Setelah jatuh tempo</translation>
    </message>
    <message>
        <source>Privacy and backups</source>
        <translation>Privasi dan cadangan</translation>
    </message>
    <message>
        <source>Days until a closed request forgets its reader</source>
        <translation>Hapus data pemustaka dari permintaan setelah ditutup (hari)</translation>
    </message>
    <message>
        <source>Names, notes, attachments and the text of messages are then removed. The request and the figures stay. Backups older than this are removed too.</source>
        <translation>Nama, catatan, lampiran, dan teks pesan kemudian dihapus. Permintaan dan statistik tetap ada. Cadangan yang lebih tua juga dihapus.</translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation>Cadangan otomatis</translation>
    </message>
    <message>
        <source>Back up when the program is closed</source>
        <translation>Buat cadangan saat program ditutup</translation>
    </message>
    <message>
        <source>Second place for backups, on another disk or stick</source>
        <translation>Tempat kedua untuk cadangan, di diska lain atau diska lepas</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>A backup on the same disk does not survive the disk.</source>
        <translation>Cadangan pada diska yang sama ikut hilang jika diskanya rusak.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Simpan pengaturan</translation>
    </message>
    <message>
        <source>Remove names now</source>
        <translation>Hapus nama sekarang</translation>
    </message>
    <message>
        <source>Ask the next library when one cannot supply</source>
        <translation>Ajukan ke perpustakaan berikutnya jika yang satu tidak dapat memenuhi</translation>
    </message>
    <message>
        <source>Print the lender’s due date on the book strap, too</source>
        <translation>Cetak juga jatuh tempo pemasok pada pita identitas buku</translation>
    </message>
    <message>
        <source>Days for the way back</source>
        <translation>Waktu pengembalian (hari)</translation>
    </message>
    <message>
        <source>Library symbols, separated by semicolons; the one to sign with first</source>
        <translation>Kode perpustakaan, dipisahkan titik koma; yang dipakai sebagai pengirim lebih dahulu</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona waktu</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>Settings of the library</source>
        <translation>Pengaturan perpustakaan</translation>
    </message>
    <message>
        <source>Choose a calendar file</source>
        <translation>Pilih berkas kalender</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Sekali sehari</translation>
    </message>
    <message>
        <source>Every eight hours</source>
        <translation>Setiap delapan jam</translation>
    </message>
    <message>
        <source>Every four hours</source>
        <translation>Setiap empat jam</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Setiap jam</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Requests that forgot their reader: {n}.</source>
        <translation>Permintaan yang data pemustakanya dihapus: {n}.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Fixed when the desk was made: its dates depend on it.</source>
        <translation>Ditetapkan saat meja layanan dibuat: semua tanggalnya bergantung padanya.</translation>
    </message>
    <message>
        <source>There is nothing to remove: no request with a name was closed more than {days} days ago and before this month.</source>
        <translation>Tidak ada yang perlu dihapus: tidak ada permintaan dengan nama pemustaka yang ditutup lebih dari {days} hari lalu dan sebelum bulan ini.</translation>
    </message>
    <message>
        <source>Requests closed more than {days} days ago and before this month: {n}. The names of their readers, their notes, their attachments and the text of their messages are removed. This cannot be undone.</source>
        <translation>Permintaan yang ditutup lebih dari {days} hari lalu dan sebelum bulan ini: {n}. Nama pemustaka, catatan, lampiran, dan teks pesannya dihapus. Penghapusan ini tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>From now on {days} days hold, no longer {before}.</source>
        <translation>Mulai sekarang berlaku {days} hari, bukan lagi {before}.</translation>
    </message>
    <message>
        <source>Remove names</source>
        <translation>Hapus nama</translation>
    </message>
</context>
<context>
    <name>LibraryField</name>
    <message>
        <source>Any word of the name, or the symbol</source>
        <translation>Kata apa saja dari namanya, atau kodenya</translation>
    </message>
</context>
<context>
    <name>ListFile</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>Hari terlambat</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Diperlukan sebelum</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Nomor kita</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Arah</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Find requests</source>
        <translation>Cari permintaan</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>{n} request</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>{n} requests</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>Cari di daftar ini</translation>
    </message>
</context>
<context>
    <name>ListSaving</name>
    <message>
        <source>Save this list</source>
        <translation>Simpan daftar ini</translation>
    </message>
    <message>
        <source>The list is saved in {file}.</source>
        <translation>Daftar disimpan di {file}.</translation>
    </message>
    <message>
        <source>Saving the list: {done} of {total}</source>
        <translation>Menyimpan daftar: {done} dari {total}</translation>
    </message>
    <message>
        <source>Saving the list: {done}</source>
        <translation>Menyimpan daftar: {done}</translation>
    </message>
    <message>
        <source>The list was sent to the printer.</source>
        <translation>Daftar sudah dikirim ke pencetak.</translation>
    </message>
    <message>
        <source>Printing the list: {done} of {total}</source>
        <translation>Mencetak daftar: {done} dari {total}</translation>
    </message>
    <message>
        <source>Printing the list: {done}</source>
        <translation>Mencetak daftar: {done}</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Still at work: {what}. Wait for it, or stop it.</source>
        <translation>Masih ada pekerjaan berjalan: {what}. Tunggu atau hentikan dahulu.</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>Please answer this mail and fill in the last lines of the block: write yes, no, sent or later after the word Answer.</source>
        <translation>Mohon jawab surel ini dan isi baris-baris terakhir blok: tulis ya, tidak, dikirim, atau nanti setelah kata Jawaban.</translation>
    </message>
    <message>
        <source>{library} writes to you about an interlibrary loan.</source>
        <translation>{library} menulis kepada Anda tentang pinjam antarperpustakaan.</translation>
    </message>
    <message>
        <source>What is attached says the same to programs.</source>
        <translation>Lampirannya memuat isi yang sama untuk dibaca program.</translation>
    </message>
    <message>
        <source>Interlibrary loan {number}, {library}</source>
        <translation>Pinjam antarperpustakaan {number}, {library}</translation>
    </message>
    <message>
        <source>Written beside it</source>
        <translation>Ditulis di sampingnya</translation>
    </message>
</context>
<context>
    <name>MailReady</name>
    <message>
        <source>Open mail</source>
        <translation>Buka surel</translation>
    </message>
    <message>
        <source>Mark sent</source>
        <translation>Tandai terkirim</translation>
    </message>
    <message>
        <source>To {partner}: {what}. It leaves at {moment}.</source>
        <translation>Untuk {partner}: {what}. Akan dikirim {moment}.</translation>
    </message>
    <message>
        <source>{n} messages to {partner} wait to leave. The first does at {moment}.</source>
        <translation>{n} pesan untuk {partner} akan dikirim. Yang pertama {moment}.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>{n} messages wait to leave. The first does at {moment}.</source>
        <translation>{n} pesan akan dikirim. Yang pertama {moment}.</translation>
    </message>
    <message>
        <source>A mail to {partner} is ready: {what}. It has not been sent yet.</source>
        <translation>Surel untuk {partner} sudah siap: {what}. Surel ini belum dikirim.</translation>
    </message>
    <message>
        <source>{n} mails to {partner} are ready and have not been sent. First: {what}.</source>
        <translation>{n} surel untuk {partner} sudah siap dan belum dikirim. Yang pertama: {what}.</translation>
    </message>
    <message>
        <source>{n} mails are ready and have not been sent. First, to {partner}: {what}.</source>
        <translation>{n} surel sudah siap dan belum dikirim. Yang pertama, untuk {partner}: {what}.</translation>
    </message>
    <message>
        <source>Drop mail</source>
        <translation>Hapus surel</translation>
    </message>
    <message>
        <source>They have said no: it need not be sent.</source>
        <translation>Mereka sudah menolak: tidak perlu dikirim lagi.</translation>
    </message>
</context>
<context>
    <name>MailTab</name>
    <message>
        <source>Server that sends</source>
        <translation>Peladen pengirim</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Enkripsi</translation>
    </message>
    <message>
        <source>Our mail address</source>
        <translation>Alamat surel kita</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Server that receives, if mails are to be read</source>
        <translation>Peladen penerima, jika surel akan dibaca</translation>
    </message>
    <message>
        <source>Receiving port</source>
        <translation>Porta penerima</translation>
    </message>
    <message>
        <source>Receiving encryption</source>
        <translation>Enkripsi penerima</translation>
    </message>
    <message>
        <source>Folder that is read</source>
        <translation>Folder yang dibaca</translation>
    </message>
    <message>
        <source>Move read mails to, if anywhere</source>
        <translation>Pindahkan surel terbaca ke (jika perlu)</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Uji sambungan</translation>
    </message>
    <message>
        <source>STARTTLS, port 587 or 143</source>
        <translation>STARTTLS, porta 587 atau 143</translation>
    </message>
    <message>
        <source>TLS, port 465 or 993</source>
        <translation>TLS, porta 465 atau 993</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Menyambung…</translation>
    </message>
    <message>
        <source>The connection works. Nothing was sent.</source>
        <translation>Sambungan berfungsi. Tidak ada yang dikirim.</translation>
    </message>
    <message>
        <source>The settings are saved, but not the password: this computer has no keyring that keeps it. It is known until the program ends, and asked for at each start.</source>
        <translation>Pengaturan tersimpan, tetapi kata sandi tidak: komputer ini tidak mempunyai ring kunci yang menyimpannya. Kata sandi diingat sampai program ditutup, dan ditanyakan setiap kali program dimulai.</translation>
    </message>
    <message>
        <source>Without a server, mails are made ready as drafts, and nothing goes over the network.</source>
        <translation>Tanpa peladen, surel disiapkan sebagai konsep dan tidak ada yang dikirim melalui jaringan.</translation>
    </message>
    <message>
        <source>The password is kept in this computer’s keyring, never in a file of the desk. Without a keyring it is asked for at each start.</source>
        <translation>Kata sandi tersimpan di ring kunci komputer ini, tidak pernah di berkas meja layanan. Tanpa ring kunci, kata sandi ditanyakan setiap kali program dimulai.</translation>
    </message>
</context>
<context>
    <name>Mailing</name>
    <message>
        <source>The mail is marked as sent.</source>
        <translation>Surel ditandai terkirim.</translation>
    </message>
    <message>
        <source>No program here opens mails. The mail is in {path}.</source>
        <translation>Tidak ada program di sini yang membuka surel. Surelnya ada di {path}.</translation>
    </message>
    <message>
        <source>The mail is dropped: it is not sent.</source>
        <translation>Surel dihapus: tidak akan dikirim.</translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>Match to a request</source>
        <translation>Cocokkan dengan permintaan</translation>
    </message>
    <message>
        <source>&amp;Number of the request</source>
        <translation>&amp;Nomor permintaan</translation>
    </message>
    <message>
        <source>Requests open with this library</source>
        <translation>Permintaan yang belum selesai dengan perpustakaan ini</translation>
    </message>
    <message>
        <source>Use it for this request</source>
        <translation>Pakai untuk permintaan ini</translation>
    </message>
    <message>
        <source>Choose a request or type its number.</source>
        <translation>Pilih permintaan atau ketik nomornya.</translation>
    </message>
</context>
<context>
    <name>Material</name>
    <message>
        <source>Book</source>
        <translation>Buku</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Bab</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>Skripsi, tesis, disertasi</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Jurnal</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Conference paper</source>
        <translation>Makalah konferensi</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Peta</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Partitur</translation>
    </message>
    <message>
        <source>Audiovisual</source>
        <translation>Audiovisual</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>Open another &amp;desk…</source>
        <translation>Buka me&amp;ja layanan lain…</translation>
    </message>
    <message>
        <source>&amp;Back up the desk…</source>
        <translation>&amp;Cadangkan meja layanan…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Ke&amp;luar</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sunting</translation>
    </message>
    <message>
        <source>&amp;Undo the last act</source>
        <translation>&amp;Urungkan tindakan terakhir</translation>
    </message>
    <message>
        <source>&amp;Paste citations</source>
        <translation>&amp;Tempel sitasi</translation>
    </message>
    <message>
        <source>Find in this &amp;list</source>
        <translation>Cari di &amp;daftar ini</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>&amp;Permintaan</translation>
    </message>
    <message>
        <source>&amp;New borrowing request…</source>
        <translation>Permintaan pinjam &amp;baru…</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Permintaan baru</translation>
    </message>
    <message>
        <source>&amp;Record a lending request…</source>
        <translation>&amp;Catat permintaan mitra…</translation>
    </message>
    <message>
        <source>Record lending</source>
        <translation>Catat permintaan mitra</translation>
    </message>
    <message>
        <source>&amp;Print slips and labels…</source>
        <translation>C&amp;etak slip dan label…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>Print &amp;labels…</source>
        <translation>Cetak &amp;label…</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Permintaan berikutnya</translation>
    </message>
    <message>
        <source>Previous request</source>
        <translation>Permintaan sebelumnya</translation>
    </message>
    <message>
        <source>E&amp;xchange</source>
        <translation>Pertu&amp;karan pesan</translation>
    </message>
    <message>
        <source>&amp;Exchange now</source>
        <translation>&amp;Tukar pesan sekarang</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Tukar pesan sekarang</translation>
    </message>
    <message>
        <source>Exchange &amp;log</source>
        <translation>&amp;Riwayat pertukaran pesan</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Teks lebih &amp;besar</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Teks lebih &amp;kecil</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;ema</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>B&amp;ahasa</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ba&amp;ntuan</translation>
    </message>
    <message>
        <source>&amp;About ILL Desktop</source>
        <translation>Te&amp;ntang ILL Desktop</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Mengikuti desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Alat</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Pengaturan…</translation>
    </message>
    <message>
        <source>Find in &amp;all requests</source>
        <translation>Cari di s&amp;emua permintaan</translation>
    </message>
    <message>
        <source>&amp;Find or run…</source>
        <translation>&amp;Cari atau jalankan…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tombol pintas</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Buku pegangan</translation>
    </message>
    <message>
        <source>S&amp;taff…</source>
        <translation>Petu&amp;gas…</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>Ko&amp;lom…</translation>
    </message>
    <message>
        <source>Pac&amp;k parcels…</source>
        <translation>&amp;Kemas paket…</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Pergi ke</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Panel be&amp;rikutnya</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Panel &amp;sebelumnya</translation>
    </message>
    <message>
        <source>Sa&amp;ve this list…</source>
        <translation>&amp;Simpan daftar ini…</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>&amp;Pulihkan cadangan…</translation>
    </message>
    <message>
        <source>Bring &amp;in current loans…</source>
        <translation>&amp;Masukkan pinjaman berjalan…</translation>
    </message>
    <message>
        <source>S&amp;ort this list…</source>
        <translation>&amp;Urutkan daftar ini…</translation>
    </message>
    <message>
        <source>Acti&amp;vity…</source>
        <translation>Akti&amp;vitas…</translation>
    </message>
    <message>
        <source>Prin&amp;t this list…</source>
        <translation>Ce&amp;tak daftar ini…</translation>
    </message>
    <message>
        <source>&amp;Send waiting messages now</source>
        <translation>&amp;Kirim pesan yang menunggu sekarang</translation>
    </message>
    <message>
        <source>&amp;Send waiting messages now ({n})</source>
        <translation>&amp;Kirim pesan yang menunggu sekarang ({n})</translation>
    </message>
    <message>
        <source>&amp;Usual size of text</source>
        <translation>Ukuran teks b&amp;iasa</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Ke&amp;mbali</translation>
    </message>
    <message>
        <source>&amp;Open citations or mails…</source>
        <translation>Bu&amp;ka sitasi atau surel…</translation>
    </message>
    <message>
        <source>After that, Undo cannot take them back.</source>
        <translation>Setelah itu tidak dapat diurungkan lagi.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Message of the supplier</source>
        <translation>Pesan perpustakaan pemasok</translation>
    </message>
    <message>
        <source>Message of the requester</source>
        <translation>Pesan perpustakaan peminta</translation>
    </message>
    <message>
        <source>Confirmation of a request</source>
        <translation>Konfirmasi permintaan</translation>
    </message>
    <message>
        <source>Confirmation to the supplier</source>
        <translation>Konfirmasi kepada pemasok</translation>
    </message>
    <message>
        <source>Confirmation to the requester</source>
        <translation>Konfirmasi kepada peminta</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>diajukan ulang</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>pengingat</translation>
    </message>
    <message>
        <source>request received</source>
        <translation>permintaan diterima</translation>
    </message>
    <message>
        <source>expects to supply</source>
        <translation>mungkin dipenuhi</translation>
    </message>
    <message>
        <source>will supply</source>
        <translation>akan dipenuhi</translation>
    </message>
    <message>
        <source>on conditions</source>
        <translation>dengan syarat</translation>
    </message>
    <message>
        <source>conditions accepted</source>
        <translation>syarat disetujui</translation>
    </message>
    <message>
        <source>conditions refused</source>
        <translation>syarat ditolak</translation>
    </message>
    <message>
        <source>sent out</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>ditarik kembali</translation>
    </message>
    <message>
        <source>can be tried again</source>
        <translation>dapat diajukan ulang</translation>
    </message>
    <message>
        <source>cannot supply</source>
        <translation>tidak dapat dipenuhi</translation>
    </message>
    <message>
        <source>copy sent</source>
        <translation>salinan dikirim</translation>
    </message>
    <message>
        <source>loan completed</source>
        <translation>peminjaman selesai</translation>
    </message>
    <message>
        <source>closed without return</source>
        <translation>ditutup tanpa pengembalian</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>asks for the status</source>
        <translation>menanyakan status</translation>
    </message>
    <message>
        <source>received</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>asks to cancel</source>
        <translation>meminta pembatalan</translation>
    </message>
    <message>
        <source>does not cancel</source>
        <translation>tidak dibatalkan</translation>
    </message>
    <message>
        <source>asks to renew</source>
        <translation>meminta perpanjangan</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>diperpanjang</translation>
    </message>
    <message>
        <source>not renewed</source>
        <translation>tidak diperpanjang</translation>
    </message>
    <message>
        <source>kept for now</source>
        <translation>disimpan dahulu</translation>
    </message>
    <message>
        <source>can be sent back</source>
        <translation>boleh dikirim kembali</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>dikirim kembali</translation>
    </message>
    <message>
        <source>sent on</source>
        <translation>diteruskan</translation>
    </message>
    <message>
        <source>note</source>
        <translation>catatan</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>diterima baik</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>tidak dapat dipakai</translation>
    </message>
</context>
<context>
    <name>MessagePane</name>
    <message>
        <source>The message as it came</source>
        <translation>Pesan seperti aslinya</translation>
    </message>
    <message>
        <source>Open in mail program</source>
        <translation>Buka di program surel</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Tandai terkirim</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Kirim ulang</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Baca ulang</translation>
    </message>
    <message>
        <source>Match to a request…</source>
        <translation>Cocokkan dengan permintaan…</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Sisihkan</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Tampilkan permintaan</translation>
    </message>
    <message>
        <source>{name} ({size})</source>
        <translation>{name} ({size})</translation>
    </message>
    <message>
        <source>{name} ({size}, cannot be kept)</source>
        <translation>{name} ({size}, tidak dapat disimpan)</translation>
    </message>
    <message>
        <source>leaves {moment}</source>
        <translation>akan dikirim {moment}</translation>
    </message>
    <message>
        <source>confirmed {moment}</source>
        <translation>dikonfirmasi {moment}</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>belum dikonfirmasi</translation>
    </message>
    <message>
        <source>The message is ready to leave again.</source>
        <translation>Pesan siap dikirim lagi.</translation>
    </message>
    <message>
        <source>The message is set aside.</source>
        <translation>Pesan disisihkan.</translation>
    </message>
    <message>
        <source>came by mail, which proves no sender</source>
        <translation>datang melalui surel, yang tidak membuktikan pengirimnya</translation>
    </message>
    <message>
        <source>Record request…</source>
        <translation>Catat permintaan…</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>oleh {name}</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>baris {n}</translation>
    </message>
    <message>
        <source>Make a mail draft</source>
        <translation>Buat konsep surel</translation>
    </message>
    <message>
        <source>came with it: {files}</source>
        <translation>disertai: {files}</translation>
    </message>
    <message>
        <source>Add this library…</source>
        <translation>Tambahkan perpustakaan ini…</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Kirim sekarang</translation>
    </message>
    <message>
        <source>The mail could not be written. Check the folder and its free space.</source>
        <translation>Surel tidak dapat ditulis. Periksa folder dan ruang kosongnya.</translation>
    </message>
    <message>
        <source>Accepted for {number}: {what}, from {partner}.</source>
        <translation>Diterima untuk {number}: {what}, dari {partner}.</translation>
    </message>
    <message>
        <source>The mail is ready to be opened and sent.</source>
        <translation>Surel siap dibuka dan dikirim.</translation>
    </message>
    <message>
        <source>Accept as message</source>
        <translation>Terima sebagai pesan</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>Simpan berkas…</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Simpan berkas</translation>
    </message>
    <message>
        <source>The file is saved: {file}</source>
        <translation>Berkas disimpan: {file}</translation>
    </message>
</context>
<context>
    <name>MessageReason</name>
    <message>
        <source>The sender is not in the directory.</source>
        <translation>Pengirim tidak ada dalam direktori mitra.</translation>
    </message>
    <message>
        <source>The sender does not belong to this folder.</source>
        <translation>Pengirim tidak sesuai dengan folder ini.</translation>
    </message>
    <message>
        <source>The message is for another library.</source>
        <translation>Pesan ini untuk perpustakaan lain.</translation>
    </message>
    <message>
        <source>No request of ours has that number.</source>
        <translation>Tidak ada permintaan kita dengan nomor itu.</translation>
    </message>
    <message>
        <source>Their number was used before with other content.</source>
        <translation>Nomor mereka pernah dipakai dengan isi lain.</translation>
    </message>
    <message>
        <source>A part of the message cannot be used.</source>
        <translation>Sebagian pesan tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>The message does not say that it is ISO 18626.</source>
        <translation>Pesan tidak menyatakan diri sebagai ISO 18626.</translation>
    </message>
    <message>
        <source>The message follows another standard.</source>
        <translation>Pesan mengikuti standar lain.</translation>
    </message>
    <message>
        <source>The time of the message cannot be read.</source>
        <translation>Waktu pesan tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>An amount of money cannot be read.</source>
        <translation>Ada jumlah uang yang tidak terbaca.</translation>
    </message>
    <message>
        <source>It is dated more than a day ahead. Their clock may be wrong.</source>
        <translation>Tanggalnya lebih dari sehari di depan. Jam mereka mungkin keliru.</translation>
    </message>
    <message>
        <source>A part of it turns the direction of writing. Look at it closely.</source>
        <translation>Sebagian isinya membalik arah tulisan. Periksalah dengan teliti.</translation>
    </message>
    <message>
        <source>A field is too long.</source>
        <translation>Ada ruas yang terlalu panjang.</translation>
    </message>
    <message>
        <source>A field is repeated too often.</source>
        <translation>Ada ruas yang terlalu sering diulang.</translation>
    </message>
    <message>
        <source>It confirms no message of ours.</source>
        <translation>Konfirmasi ini tidak menjawab pesan kita.</translation>
    </message>
    <message>
        <source>The partner could not use our message.</source>
        <translation>Mitra tidak dapat memakai pesan kita.</translation>
    </message>
    <message>
        <source>It was not expected at this point.</source>
        <translation>Pesan ini tidak semestinya datang pada tahap ini.</translation>
    </message>
    <message>
        <source>Another library wrote through the same channel. Nothing was moved by it.</source>
        <translation>Perpustakaan lain menulis melalui saluran yang sama. Tidak ada yang berubah karenanya.</translation>
    </message>
    <message>
        <source>A library we had given up is sending after all.</source>
        <translation>Perpustakaan yang tidak kita tunggu lagi ternyata mengirim.</translation>
    </message>
    <message>
        <source>It belongs to an earlier attempt.</source>
        <translation>Pesan ini milik pengajuan sebelumnya.</translation>
    </message>
    <message>
        <source>The same file was read before.</source>
        <translation>Berkas yang sama sudah pernah dibaca.</translation>
    </message>
    <message>
        <source>The same message was read before.</source>
        <translation>Pesan yang sama sudah pernah dibaca.</translation>
    </message>
    <message>
        <source>It repeats what they said before.</source>
        <translation>Pesan ini mengulang yang sudah mereka sampaikan.</translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation>Dikirim ulang.</translation>
    </message>
    <message>
        <source>The partner&apos;s folder cannot be written.</source>
        <translation>Folder mitra tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>The file carries a DOCTYPE, which is never accepted.</source>
        <translation>Berkas memuat DOCTYPE, yang tidak pernah diterima.</translation>
    </message>
    <message>
        <source>The file is broken XML.</source>
        <translation>XML dalam berkas rusak.</translation>
    </message>
    <message>
        <source>The file is not in the encoding it claims.</source>
        <translation>Pengodean berkas tidak sesuai dengan pernyataannya.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Berkas kosong.</translation>
    </message>
    <message>
        <source>The file is not XML.</source>
        <translation>Berkas bukan XML.</translation>
    </message>
    <message>
        <source>The file is not an ISO 18626 message.</source>
        <translation>Berkas bukan pesan ISO 18626.</translation>
    </message>
    <message>
        <source>The file is an error page from a web server.</source>
        <translation>Berkas adalah halaman galat dari peladen web.</translation>
    </message>
    <message>
        <source>The message has no content.</source>
        <translation>Pesan tidak berisi.</translation>
    </message>
    <message>
        <source>The file holds two messages in one.</source>
        <translation>Berkas memuat dua pesan sekaligus.</translation>
    </message>
    <message>
        <source>The message has no header.</source>
        <translation>Pesan tidak memiliki kepala.</translation>
    </message>
    <message>
        <source>It answers in words of its own. Read it yourself.</source>
        <translation>Jawabannya memakai kata-kata sendiri. Bacalah isinya.</translation>
    </message>
    <message>
        <source>The mail holds more than could go to its requests. Look at it.</source>
        <translation>Surel ini memuat lebih daripada yang dapat masuk ke permintaannya. Periksalah.</translation>
    </message>
    <message>
        <source>The mail has no message in it.</source>
        <translation>Surel itu tidak berisi pesan.</translation>
    </message>
    <message>
        <source>The mail is packed as winmail.dat. Ask for it as text.</source>
        <translation>Surel itu dikemas sebagai winmail.dat. Mintalah sebagai teks.</translation>
    </message>
    <message>
        <source>The file is not a saved mail.</source>
        <translation>Berkas itu bukan surel tersimpan.</translation>
    </message>
    <message>
        <source>The mail is larger than 16 MB.</source>
        <translation>Surel itu lebih besar dari 16 MB.</translation>
    </message>
    <message>
        <source>The mail holds too many mails or parts.</source>
        <translation>Surel itu berisi terlalu banyak surel atau bagian.</translation>
    </message>
    <message>
        <source>The file is larger than 2 MB.</source>
        <translation>Berkas lebih besar dari 2 MB.</translation>
    </message>
    <message>
        <source>The file is nested too deeply.</source>
        <translation>Susunan berkas terlalu dalam.</translation>
    </message>
    <message>
        <source>The file has too many elements.</source>
        <translation>Berkas memuat terlalu banyak elemen.</translation>
    </message>
    <message>
        <source>The file tries to include other files.</source>
        <translation>Berkas mencoba menyertakan berkas lain.</translation>
    </message>
    <message>
        <source>Their system has no place for a part of it.</source>
        <translation>Sistem mereka tidak punya tempat untuk sebagian isinya.</translation>
    </message>
    <message>
        <source>It is not valid, and this library is read strictly.</source>
        <translation>Pesan tidak sah, dan pesan perpustakaan ini dibaca secara ketat.</translation>
    </message>
    <message>
        <source>A time has no zone. It was read as the time here.</source>
        <translation>Ada waktu tanpa zona. Waktu itu dibaca sebagai waktu setempat.</translation>
    </message>
    <message>
        <source>A part of it is unknown here and was left out.</source>
        <translation>Ada bagian yang tidak dikenal di sini dan dilewati.</translation>
    </message>
    <message>
        <source>It came without its envelope.</source>
        <translation>Pesan ini datang tanpa amplopnya.</translation>
    </message>
    <message>
        <source>A date cannot be read and was left out.</source>
        <translation>Ada tanggal yang tidak terbaca dan dilewati.</translation>
    </message>
    <message>
        <source>A number cannot be read and was left out.</source>
        <translation>Ada angka yang tidak terbaca dan dilewati.</translation>
    </message>
    <message>
        <source>A yes or no cannot be read and was left out.</source>
        <translation>Ada jawaban ya atau tidak yang tidak terbaca dan dilewati.</translation>
    </message>
    <message>
        <source>The partner did not confirm it in time.</source>
        <translation>Mitra tidak mengonfirmasinya tepat waktu.</translation>
    </message>
    <message>
        <source>The package holds something it must not.</source>
        <translation>Paket berisi sesuatu yang tidak diperbolehkan.</translation>
    </message>
    <message>
        <source>The package is broken.</source>
        <translation>Paket rusak.</translation>
    </message>
    <message>
        <source>The package was altered on its way.</source>
        <translation>Paket diubah di perjalanan.</translation>
    </message>
    <message>
        <source>The seal’s key is not the one you trust.</source>
        <translation>Kunci segel bukan yang Anda percayai.</translation>
    </message>
    <message>
        <source>The seal does not fit the message.</source>
        <translation>Segel tidak cocok dengan pesan.</translation>
    </message>
    <message>
        <source>The seal is for other libraries.</source>
        <translation>Segel untuk perpustakaan lain.</translation>
    </message>
    <message>
        <source>Seals cannot be checked: the extra is not installed.</source>
        <translation>Segel tidak dapat diperiksa: tambahannya belum dipasang.</translation>
    </message>
    <message>
        <source>The mail server is not encrypted or does not prove its name.</source>
        <translation>Peladen surel tidak terenkripsi atau tidak membuktikan namanya.</translation>
    </message>
    <message>
        <source>A file that came with it is not there any more.</source>
        <translation>Berkas yang menyertainya sudah tidak ada.</translation>
    </message>
    <message>
        <source>Perhaps sent: each time the mail server broke off while it took the mail. Ask the library, send it again, or make a draft of it.</source>
        <translation>Mungkin terkirim: setiap kali sambungan peladen surel terputus saat menerimanya. Tanyakan kepada perpustakaan itu, kirim lagi, atau buat konsep surelnya.</translation>
    </message>
    <message>
        <source>It repeats a request that we never asked them to try again.</source>
        <translation>Pesan ini mengulang permintaan yang tidak pernah kita minta diajukan ulang.</translation>
    </message>
    <message>
        <source>A mail is ready. Send it and mark it as sent.</source>
        <translation>Surel sudah siap. Kirimlah lalu tandai terkirim.</translation>
    </message>
    <message>
        <source>The package would be too large when unpacked.</source>
        <translation>Isi paket menjadi terlalu besar jika dibuka.</translation>
    </message>
    <message>
        <source>A file with it is of a kind that is not kept.</source>
        <translation>Berkas yang menyertainya bukan jenis yang disimpan.</translation>
    </message>
    <message>
        <source>The program could not make it ready to leave; the program’s log says why.</source>
        <translation>Program gagal menyiapkannya untuk dikirim; sebabnya ada di catatan kejadian program.</translation>
    </message>
    <message>
        <source>It was typed into a mail. Look before you accept it.</source>
        <translation>Diketik dalam surel. Periksa sebelum menerimanya.</translation>
    </message>
    <message>
        <source>The mail server does not answer. It will be tried again.</source>
        <translation>Peladen surel tidak menjawab. Akan dicoba lagi.</translation>
    </message>
    <message>
        <source>The mail server asks for a password. Enter it.</source>
        <translation>Peladen surel meminta kata sandi. Masukkan kata sandinya.</translation>
    </message>
    <message>
        <source>The mail server did not accept it. It will be tried again.</source>
        <translation>Peladen surel menolaknya. Akan dicoba lagi.</translation>
    </message>
    <message>
        <source>The package holds two files with the same name.</source>
        <translation>Paket berisi dua berkas dengan nama yang sama.</translation>
    </message>
    <message>
        <source>The partner seals its messages; this one is not sealed.</source>
        <translation>Mitra menyegel pesannya; pesan ini tanpa segel.</translation>
    </message>
    <message>
        <source>A package with this serial number was accepted before.</source>
        <translation>Paket dengan nomor seri ini sudah diterima.</translation>
    </message>
    <message>
        <source>The mail server refuses user name and password. Check both.</source>
        <translation>Peladen surel menolak nama pengguna atau kata sandi. Periksa keduanya.</translation>
    </message>
    <message>
        <source>The mail server broke off while accepting it. It will be tried again, and may come twice.</source>
        <translation>Sambungan peladen surel terputus saat menerimanya. Akan dicoba lagi, dan mungkin sampai dua kali.</translation>
    </message>
    <message>
        <source>The file is a document or a picture, not a message. Save it, and attach it to its request.</source>
        <translation>Berkas ini dokumen atau gambar, bukan pesan. Simpan berkas ini, lalu lampirkan pada permintaannya.</translation>
    </message>
    <message>
        <source>“{name}” is {size}; a message is no larger than {most} MB.</source>
        <translation>“{name}” berukuran {size}; sebuah pesan paling besar {most} MB.</translation>
    </message>
    <message>
        <source>The message in “{name}” is {size}; a message is no larger than {most} MB.</source>
        <translation>Pesan dalam “{name}” berukuran {size}; sebuah pesan paling besar {most} MB.</translation>
    </message>
</context>
<context>
    <name>MessageState</name>
    <message>
        <source>Ready to leave</source>
        <translation>Siap dikirim</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Dikonfirmasi</translation>
    </message>
    <message>
        <source>Refused by them</source>
        <translation>Ditolak mitra</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Belum dikonfirmasi</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>Could not be sent</source>
        <translation>Gagal dikirim</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Dibaca</translation>
    </message>
    <message>
        <source>Seen before</source>
        <translation>Sudah pernah dibaca</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>Dalam karantina</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Disisihkan</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Sedang dikirim</translation>
    </message>
    <message>
        <source>Mail to be sent</source>
        <translation>Surel perlu dikirim</translation>
    </message>
    <message>
        <source>To leave</source>
        <translation>Akan dikirim</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>What the message says</source>
        <translation>Isi pesan</translation>
    </message>
    <message>
        <source>The message as it came</source>
        <translation>Pesan seperti aslinya</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mei</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Agu</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Des</translation>
    </message>
</context>
<context>
    <name>MonthDialog</name>
    <message>
        <source>Reopen the month</source>
        <translation>Buka kembali bulan</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>Tutup bulan</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Alasan</translation>
    </message>
    <message>
        <source>The figures of {month} are kept as they are now. What is entered or changed later shows beside them as a correction.</source>
        <translation>Angka {month} disimpan seperti sekarang. Yang dicatat atau diubah kemudian ditampilkan di sampingnya sebagai koreksi.</translation>
    </message>
    <message>
        <source>The figures of {month} are counted again from now on. Those it was closed with stay on record with your reason.</source>
        <translation>Angka {month} mulai sekarang dihitung ulang. Angka saat bulan ditutup tetap tersimpan bersama alasan Anda.</translation>
    </message>
    <message>
        <source>{month} is open again.</source>
        <translation>{month} dibuka kembali.</translation>
    </message>
    <message>
        <source>{month} is closed.</source>
        <translation>{month} ditutup.</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Add a note</source>
        <translation>Tambah catatan</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Untuk siapa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Tambah catatan</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>A note is kept here and sent to nobody.</source>
        <translation>Catatan disimpan di sini dan tidak dikirim kepada siapa pun.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Question</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Biarkan saja</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Add note…</source>
        <translation>Tambah catatan…</translation>
    </message>
    <message>
        <source>Note a charge…</source>
        <translation>Catat biaya…</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Lampirkan berkas…</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Together: {sum}</source>
        <translation>Seluruhnya: {sum}</translation>
    </message>
    <message>
        <source>paid on {day}</source>
        <translation>dibayar {day}</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>belum dibayar</translation>
    </message>
    <message>
        <source>Paid today</source>
        <translation>Dibayar hari ini</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>The charge is removed. Undo brings it back.</source>
        <translation>Biaya dihapus. Urungkan untuk mengembalikannya.</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Lampirkan berkas</translation>
    </message>
    <message>
        <source>{file} is kept with the request.</source>
        <translation>{file} disimpan bersama permintaan.</translation>
    </message>
    <message>
        <source>The file is removed. Undo brings it back.</source>
        <translation>Berkas dihapus. Urungkan untuk mengembalikannya.</translation>
    </message>
</context>
<context>
    <name>NumberNotes</name>
    <message>
        <source>A DOI begins with 10. and has a slash.</source>
        <translation>DOI diawali 10. dan memuat garis miring.</translation>
    </message>
    <message>
        <source>Pages in all: {n}</source>
        <translation>Jumlah halaman: {n}</translation>
    </message>
    <message>
        <source>Wrong check digit. Check the source.</source>
        <translation>Digit pemeriksa salah. Lihat sumbernya.</translation>
    </message>
    <message>
        <source>Not an ISSN. Check the source.</source>
        <translation>Ini bukan ISSN. Lihat sumbernya.</translation>
    </message>
    <message>
        <source>A PMID has up to nine digits.</source>
        <translation>PMID paling banyak sembilan angka.</translation>
    </message>
    <message>
        <source>Write them as 12-19.</source>
        <translation>Tulis seperti 12-19.</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Newest first</source>
        <translation>Terbaru dahulu</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Terlama dahulu</translation>
    </message>
    <message>
        <source>Due soonest first</source>
        <translation>Jatuh tempo terdekat dahulu</translation>
    </message>
    <message>
        <source>Due latest first</source>
        <translation>Jatuh tempo terjauh dahulu</translation>
    </message>
    <message>
        <source>Needed soonest first</source>
        <translation>Diperlukan paling segera dahulu</translation>
    </message>
    <message>
        <source>Needed latest first</source>
        <translation>Diperlukan paling akhir dahulu</translation>
    </message>
</context>
<context>
    <name>OtherDesk</name>
    <message>
        <source>Open another desk</source>
        <translation>Buka meja layanan lain</translation>
    </message>
    <message>
        <source>It opens in place of this one.</source>
        <translation>Meja layanan itu dibuka menggantikan yang ini.</translation>
    </message>
    <message>
        <source>Folder of the desk</source>
        <translation>Folder meja layanan</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>Terakhir dibuka</translation>
    </message>
    <message>
        <source>Open desk</source>
        <translation>Buka meja layanan</translation>
    </message>
    <message>
        <source>Choose the folder of a desk</source>
        <translation>Pilih folder meja layanan</translation>
    </message>
    <message>
        <source>There is no desk in {folder}. Choose the folder with desk.sqlite3.</source>
        <translation>Tidak ada meja layanan di {folder}. Pilih folder yang berisi desk.sqlite3.</translation>
    </message>
</context>
<context>
    <name>OtherRequest</name>
    <message>
        <source>Open {number}</source>
        <translation>Buka {number}</translation>
    </message>
</context>
<context>
    <name>OutlookDialog</name>
    <message>
        <source>{all} selected: {will} will change, {cannot} cannot.</source>
        <translation>{all} dipilih: {will} akan berubah, {cannot} tidak dapat.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>{act} ({n})</source>
        <translation>{act} ({n})</translation>
    </message>
    <message>
        <source>No due date is known, so they will never be overdue: {numbers}.</source>
        <translation>Tanggal jatuh tempo tidak diketahui sehingga tidak akan pernah terlambat: {numbers}.</translation>
    </message>
    <message>
        <source>Cannot be changed</source>
        <translation>Tidak dapat diubah</translation>
    </message>
    <message>
        <source>All {all} selected will change.</source>
        <translation>Semua {all} yang dipilih akan berubah.</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Biarkan saja</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>Akan berubah</translation>
    </message>
    <message>
        <source>none: tell {partner}</source>
        <translation>tidak ada: sampaikan ke {partner}</translation>
    </message>
</context>
<context>
    <name>Packages</name>
    <message>
        <source>These sealed packages of yours never reached {library}:</source>
        <translation>Paket bersegel Anda berikut ini tidak pernah sampai di {library}:</translation>
    </message>
    <message>
        <source>Please send what was in them again. In ILL Desktop: find the message under Exchange, where its package number stands with it, and press Send again.</source>
        <translation>Tolong kirim lagi isinya. Di ILL Desktop: cari pesannya di Pertukaran pesan, tempat nomor paketnya tertera, lalu tekan Kirim ulang.</translation>
    </message>
    <message>
        <source>No. {number}, written between {after} and {before}</source>
        <translation>No. {number}, ditulis antara {after} dan {before}</translation>
    </message>
    <message>
        <source>No. {number}, written before {before}</source>
        <translation>No. {number}, ditulis sebelum {before}</translation>
    </message>
    <message>
        <source>Package number</source>
        <translation>Nomor paket</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview of the page</source>
        <translation>Pratinjau halaman</translation>
    </message>
    <message>
        <source>A click shows it larger, another one the whole page</source>
        <translation>Klik untuk memperbesar, klik lagi untuk melihat seluruh halaman</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Halaman {page} dari {pages}</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Satu halaman penuh</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find or run</source>
        <translation>Cari atau jalankan</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>&gt; commands   ? keys   Enter opens   Esc closes</source>
        <translation>&gt; perintah   ? tombol pintas   Enter membuka   Esc menutup</translation>
    </message>
    <message>
        <source>“{text}” belongs to {n} requests</source>
        <translation>“{text}” tercatat pada {n} permintaan</translation>
    </message>
    <message>
        <source>Choose the one you mean in the list</source>
        <translation>Pilih yang dimaksud di daftar</translation>
    </message>
    <message>
        <source>Show everything found for “{text}” as a list</source>
        <translation>Tampilkan semua yang ditemukan untuk “{text}” sebagai daftar</translation>
    </message>
    <message>
        <source>{n} request</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>{n} requests</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>Find a request, a reader or a partner, or type &gt; for commands</source>
        <translation>Cari permintaan, pemustaka, atau mitra, atau ketik &gt; untuk perintah</translation>
    </message>
    <message>
        <source>Number, barcode, title, author, partner, reader or command</source>
        <translation>Nomor, kode batang, judul, pengarang, mitra, pemustaka, atau perintah</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Nothing found for “{text}” among all requests, readers, partners and commands. Try fewer letters or another word.</source>
        <translation>Tidak ada hasil untuk “{text}” di semua permintaan, pemustaka, mitra, dan perintah. Coba kurangi hurufnya atau gunakan kata lain.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Tape here to the strap itself, not to the book</source>
        <translation>Rekatkan pada pita ini, bukan pada buku</translation>
    </message>
    <message>
        <source>Printed {day}</source>
        <translation>Dicetak {day}</translation>
    </message>
    <message>
        <source>REPRINT {n}</source>
        <translation>CETAK ULANG {n}</translation>
    </message>
    <message>
        <source>Vol. {volume}</source>
        <translation>Jilid {volume}</translation>
    </message>
    <message>
        <source>From: {name}</source>
        <translation>Dari: {name}</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>{n} item</source>
        <translation>{n} eksemplar</translation>
    </message>
    <message>
        <source>{n} items</source>
        <translation>{n} eksemplar</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Kode perpustakaan</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>This label belongs to loan {number}</source>
        <translation>Label ini untuk pinjaman {number}</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>Harus kembali</translation>
    </message>
    <message>
        <source>Telephone {number}</source>
        <translation>Telepon {number}</translation>
    </message>
    <message>
        <source>Library material, interlibrary loan</source>
        <translation>Bahan pustaka, pinjam antarperpustakaan</translation>
    </message>
    <message>
        <source>Print at 100 %, not “fit to page”.</source>
        <translation>Cetak 100 %, bukan “sesuaikan halaman”.</translation>
    </message>
    <message>
        <source>Hold it with a sheet of labels against the light.</source>
        <translation>Terawang bersama selembar kertas label ke arah cahaya.</translation>
    </message>
    <message>
        <source>Measure how far right and down the lines are off.</source>
        <translation>Ukur pergeseran garis ke kanan dan ke bawah.</translation>
    </message>
    <message>
        <source>These characters cannot be printed: {characters}</source>
        <translation>Aksara ini tidak dapat dicetak: {characters}</translation>
    </message>
    <message>
        <source>{number}: not all of the text fits. Choose a larger stock.</source>
        <translation>{number}: teks tidak muat seluruhnya. Pilih kertas label yang lebih besar.</translation>
    </message>
    <message>
        <source>No call number: look for the title</source>
        <translation>Tanpa nomor panggil: cari menurut judul</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eksemplar</translation>
    </message>
    <message>
        <source>{n} page</source>
        <translation>{n} halaman</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} halaman</translation>
    </message>
    <message>
        <source>Scan straight and whole, with the title page.</source>
        <translation>Pindai lurus dan utuh beserta halaman judul.</translation>
    </message>
    <message>
        <source>Pages scanned: ______</source>
        <translation>Halaman dipindai: ______</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Untuk</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Diperlukan sebelum</translation>
    </message>
    <message>
        <source>Not sent because</source>
        <translation>Tidak dikirim karena</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Tempat pengambilan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Libraries to ask</source>
        <translation>Perpustakaan yang dimintai</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>dicari</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>received</source>
        <translation>diterima</translation>
    </message>
    <message>
        <source>notified</source>
        <translation>diberi tahu</translation>
    </message>
    <message>
        <source>INTERLIBRARY LOAN</source>
        <translation>PINJAM ANTARPERPUSTAKAAN</translation>
    </message>
    <message>
        <source>Please do not remove</source>
        <translation>Mohon jangan dilepas</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} dari {count}</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Jatuh tempo {day}</translation>
    </message>
    <message>
        <source>Lent by</source>
        <translation>Dipinjamkan oleh</translation>
    </message>
    <message>
        <source>Return to the interlibrary loan desk</source>
        <translation>Kembalikan ke meja pinjam antarperpustakaan</translation>
    </message>
    <message>
        <source>Due back {day}</source>
        <translation>Harus kembali {day}</translation>
    </message>
    <message>
        <source>On loan from {library}</source>
        <translation>Dipinjam dari {library}</translation>
    </message>
    <message>
        <source>Lent to</source>
        <translation>Dipinjamkan kepada</translation>
    </message>
    <message>
        <source>Return to</source>
        <translation>Kembalikan kepada</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>jawaban paling lambat {day}</translation>
    </message>
    <message>
        <source>{number}: the message names another address than the card.</source>
        <translation>{number}: alamat dalam pesan berbeda dari kartu mitra.</translation>
    </message>
    <message>
        <source>{number}: this address came in a message only. Check it.</source>
        <translation>{number}: alamat ini hanya berasal dari pesan. Periksalah.</translation>
    </message>
    <message>
        <source>{number}: {partner} has no address. Add one to its card.</source>
        <translation>{number}: {partner} belum memiliki alamat. Tambahkan pada kartunya.</translation>
    </message>
    <message>
        <source>Their number {number}</source>
        <translation>Nomor mereka {number}</translation>
    </message>
    <message>
        <source>Parcel {number}</source>
        <translation>Paket {number}</translation>
    </message>
    <message>
        <source>Packed on</source>
        <translation>Dikemas pada</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Nomor resi</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>{n} request</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>{n} requests</source>
        <translation>{n} permintaan</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>Nilai pernyataan</translation>
    </message>
    <message>
        <source>Checked by: ____________  Date: ____________</source>
        <translation>Diperiksa oleh: ____________  Tanggal: ____________</translation>
    </message>
    <message>
        <source>Is something missing? Tell us before you sign.</source>
        <translation>Ada yang kurang? Beri tahu kami sebelum menandatangani.</translation>
    </message>
    <message>
        <source>Library books on loan. Not for sale, no commercial value.</source>
        <translation>Buku perpustakaan yang dipinjamkan. Tidak untuk dijual, tanpa nilai niaga.</translation>
    </message>
    <message>
        <source>Address from the partner’s card</source>
        <translation>Alamat dari kartu mitra</translation>
    </message>
    <message>
        <source>Address from this loan’s message</source>
        <translation>Alamat dari pesan pinjaman ini</translation>
    </message>
    <message>
        <source>Due at the lender {day}</source>
        <translation>Jatuh tempo di pemasok {day}</translation>
    </message>
    <message>
        <source>{n} more note: see the request</source>
        <translation>{n} catatan lagi: lihat permintaan</translation>
    </message>
    <message>
        <source>{n} more notes: see the request</source>
        <translation>{n} catatan lagi: lihat permintaan</translation>
    </message>
    <message>
        <source>Noted {day}: {note}</source>
        <translation>Dicatat {day}: {note}</translation>
    </message>
    <message>
        <source>They wrote {day}: {note}</source>
        <translation>Pesan mereka {day}: {note}</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} baris</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} baris</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Mark 1 request as sent</source>
        <translation>Tandai 1 permintaan terkirim</translation>
    </message>
    <message>
        <source>Mark {n} requests as sent</source>
        <translation>Tandai {n} permintaan terkirim</translation>
    </message>
    <message>
        <source>Select the requests to print first.</source>
        <translation>Pilih dahulu permintaan yang akan dicetak.</translation>
    </message>
    <message>
        <source>1 request is printed.</source>
        <translation>1 permintaan dicetak.</translation>
    </message>
    <message>
        <source>{n} requests are printed.</source>
        <translation>{n} permintaan dicetak.</translation>
    </message>
    <message>
        <source>The papers of 1 request are in {file}.</source>
        <translation>Cetakan untuk 1 permintaan ada di {file}.</translation>
    </message>
    <message>
        <source>The papers of {n} requests are in {file}.</source>
        <translation>Cetakan untuk {n} permintaan ada di {file}.</translation>
    </message>
</context>
<context>
    <name>Parcel</name>
    <message>
        <source>Pack parcels</source>
        <translation>Kemas paket</translation>
    </message>
    <message>
        <source>Scan or type a request number or barcode</source>
        <translation>Pindai atau ketik nomor permintaan atau kode batang</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Masukkan</translation>
    </message>
    <message>
        <source>Fetched, not packed yet</source>
        <translation>Sudah diambil, belum dikemas</translation>
    </message>
    <message>
        <source>Open parcel for</source>
        <translation>Paket terbuka untuk</translation>
    </message>
    <message>
        <source>In this parcel</source>
        <translation>Di dalam paket ini</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Nomor resi</translation>
    </message>
    <message>
        <source>Weight in kg</source>
        <translation>Berat dalam kg</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>Nilai pernyataan</translation>
    </message>
    <message>
        <source>Mark everything in it as sent</source>
        <translation>Tandai semua isinya terkirim</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Close parcel and print…</source>
        <translation>Tutup paket dan cetak…</translation>
    </message>
    <message>
        <source>Parcel {number} is open again, and nothing in it was sent.</source>
        <translation>Paket {number} terbuka lagi, dan isinya belum dikirim.</translation>
    </message>
</context>
<context>
    <name>ParcelDialog</name>
    <message>
        <source>{partner}, parcel {number}, {n} in it</source>
        <translation>{partner}, paket {number}, isi {n}</translation>
    </message>
    <message>
        <source>Parcel {number} is closed.</source>
        <translation>Paket {number} sudah ditutup.</translation>
    </message>
    <message>
        <source>Not marked as sent: {numbers}</source>
        <translation>Belum ditandai terkirim: {numbers}</translation>
    </message>
    <message>
        <source>Close parcel {number}</source>
        <translation>Tutup paket {number}</translation>
    </message>
</context>
<context>
    <name>Parting</name>
    <message>
        <source>Send now and quit</source>
        <translation>Kirim sekarang lalu keluar</translation>
    </message>
    <message>
        <source>Quit, send at the next start</source>
        <translation>Keluar, kirim saat dibuka lagi</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Send now, then leave this desk</source>
        <translation>Kirim sekarang lalu tinggalkan meja ini</translation>
    </message>
    <message>
        <source>Leave it, send when it is opened again</source>
        <translation>Tinggalkan, kirim saat meja ini dibuka lagi</translation>
    </message>
    <message>
        <source>What waits is being sent; then you leave this desk.</source>
        <translation>Pesan yang menunggu sedang dikirim; setelah itu meja ini ditinggalkan.</translation>
    </message>
    <message>
        <source>Leave this desk</source>
        <translation>Tinggalkan meja ini</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Tetap di sini</translation>
    </message>
    <message>
        <source>{n} messages have not left yet.</source>
        <translation>{n} pesan belum terkirim.</translation>
    </message>
    <message>
        <source>1 message has not left yet.</source>
        <translation>1 pesan belum terkirim.</translation>
    </message>
    <message>
        <source>What waits is being sent; then the window closes.</source>
        <translation>Pesan yang menunggu sedang dikirim; setelah itu jendela ditutup.</translation>
    </message>
    <message>
        <source>What waited has left. The window stays open while you are at a form.</source>
        <translation>Pesan yang menunggu sudah terkirim. Jendela tetap terbuka selama ada formulir yang terbuka.</translation>
    </message>
    <message>
        <source>They could not be sent now: the page Exchange says why.</source>
        <translation>Pesan itu belum dapat dikirim sekarang: alasannya ada di halaman Pertukaran.</translation>
    </message>
    <message>
        <source>It could not be sent now: the page Exchange says why.</source>
        <translation>Pesan itu belum dapat dikirim sekarang: alasannya ada di halaman Pertukaran.</translation>
    </message>
    <message>
        <source>Sending takes longer than usual. The window stays open meanwhile.</source>
        <translation>Pengiriman lebih lama daripada biasanya. Sementara itu jendela tetap terbuka.</translation>
    </message>
</context>
<context>
    <name>Partner</name>
    <message>
        <source>Name of the library</source>
        <translation>Nama perpustakaan</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Symbols, separated by semicolons</source>
        <translation>Kode perpustakaan, dipisahkan titik koma</translation>
    </message>
    <message>
        <source>ISIL:ID-JKT-PNRI</source>
        <translation>ISIL:ID-JKT-PNRI</translation>
    </message>
    <message>
        <source>Courier route or hub</source>
        <translation>Rute atau hub kurir</translation>
    </message>
    <message>
        <source>Folder they leave messages in for us</source>
        <translation>Folder tempat mereka menaruh pesan untuk kita</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Folder we leave messages in for them</source>
        <translation>Folder tempat kita menaruh pesan untuk mereka</translation>
    </message>
    <message>
        <source>Address for letters</source>
        <translation>Alamat surat</translation>
    </message>
    <message>
        <source>Address for invoices</source>
        <translation>Alamat tagihan</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Days of a loan</source>
        <translation>Masa pinjam (hari)</translation>
    </message>
    <message>
        <source>Days to answer</source>
        <translation>Batas menjawab (hari)</translation>
    </message>
    <message>
        <source>Address for parcels</source>
        <translation>Alamat pengiriman</translation>
    </message>
    <message>
        <source>Address for returns</source>
        <translation>Alamat pengembalian</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save partner</source>
        <translation>Simpan mitra</translation>
    </message>
    <message>
        <source>Closed every</source>
        <translation>Tutup setiap</translation>
    </message>
    <message>
        <source>name@library.org</source>
        <translation>nama@perpustakaan.org</translation>
    </message>
    <message>
        <source>Closed from … to, one a line</source>
        <translation>Tutup dari … sampai, satu per baris</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Pertukaran pesan</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Perpustakaan</translation>
    </message>
    <message>
        <source>Mail address, if reached by mail</source>
        <translation>Alamat surel, jika melalui surel</translation>
    </message>
    <message>
        <source>Days for the way back</source>
        <translation>Waktu pengembalian (hari)</translation>
    </message>
    <message>
        <source>Active: offered where a library is chosen</source>
        <translation>Aktif: ditawarkan saat memilih perpustakaan</translation>
    </message>
    <message>
        <source>Remove partner…</source>
        <translation>Hapus mitra…</translation>
    </message>
    <message>
        <source>Without folders and address you work with this library by telephone and letter.</source>
        <translation>Tanpa folder dan alamat, perpustakaan itu dilayani melalui telepon dan surat.</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
</context>
<context>
    <name>PartnerDialog</name>
    <message>
        <source>Add partner</source>
        <translation>Tambah mitra</translation>
    </message>
    <message>
        <source>Edit partner</source>
        <translation>Ubah mitra</translation>
    </message>
    <message>
        <source>{days}. {odd} If it is meant, press again.</source>
        <translation>{days}. {odd} Jika memang itu maksudnya, tekan sekali lagi.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>There is no folder {path}. Choose another one, or make it now.</source>
        <translation>Folder {path} tidak ada. Pilih folder lain, atau buat sekarang.</translation>
    </message>
    <message>
        <source>Make folder and save</source>
        <translation>Buat folder lalu simpan</translation>
    </message>
    <message>
        <source>Will be written as {symbol}.</source>
        <translation>Akan ditulis sebagai {symbol}.</translation>
    </message>
    <message>
        <source>Its ISIL, or a short name of your own: KOTA is written LOCAL:KOTA.</source>
        <translation>ISIL-nya, atau nama singkat buatan sendiri: KOTA ditulis LOCAL:KOTA.</translation>
    </message>
    <message>
        <source>the same as ours</source>
        <translation>sama dengan kita</translation>
    </message>
    <message>
        <source>{name} and its card will be removed from the directory.</source>
        <translation>{name} beserta kartunya akan dihapus dari direktori.</translation>
    </message>
    <message>
        <source>Remove partner</source>
        <translation>Hapus mitra</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} telah dihapus.</translation>
    </message>
    <message>
        <source>Its message came by way of {partner}, so answers go there, too. Clear what is filled in here if it is to be reached in another way.</source>
        <translation>Pesannya datang melalui jalur {partner}, jadi jawaban juga dikirim ke sana. Kosongkan isian ini jika perpustakaan itu dihubungi dengan cara lain.</translation>
    </message>
    <message>
        <source>“{text}” is not a date, or ends before it begins. Write {span}.</source>
        <translation>“{text}” bukan tanggal, atau berakhir sebelum dimulai. Tulis {span}.</translation>
    </message>
</context>
<context>
    <name>PartnersPage</name>
    <message>
        <source>Partners</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Statement…</source>
        <translation>Rekapitulasi…</translation>
    </message>
    <message>
        <source>What is open with this library, and what they say of it</source>
        <translation>Yang belum selesai dengan perpustakaan ini, menurut kita dan menurut mereka</translation>
    </message>
    <message>
        <source>Edit partner</source>
        <translation>Ubah mitra</translation>
    </message>
    <message>
        <source>Add partner</source>
        <translation>Tambah mitra</translation>
    </message>
    <message>
        <source>folders, ISO 18626 {dialect}</source>
        <translation>folder, ISO 18626 {dialect}</translation>
    </message>
    <message>
        <source>by telephone and letter</source>
        <translation>melalui telepon dan surat</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} disimpan.</translation>
    </message>
    <message>
        <source>Seal…</source>
        <translation>Segel…</translation>
    </message>
    <message>
        <source>Compare keys with this library</source>
        <translation>Bandingkan kunci dengan perpustakaan ini</translation>
    </message>
    <message>
        <source>No partner yet.</source>
        <translation>Belum ada mitra.</translation>
    </message>
    <message>
        <source>by mail, {address}</source>
        <translation>melalui surel, {address}</translation>
    </message>
    <message>
        <source>Find partners</source>
        <translation>Cari mitra</translation>
    </message>
    <message>
        <source>Name, symbol or place</source>
        <translation>Nama, kode, atau tempat</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Tidak ada hasil untuk “{text}”.</translation>
    </message>
    <message>
        <source>Show all partners</source>
        <translation>Tampilkan semua mitra</translation>
    </message>
    <message>
        <source>{name} is saved. Messages that waited for this card and were read: {n}.</source>
        <translation>{name} disimpan. Pesan yang menunggu kartu ini dan sudah dibaca: {n}.</translation>
    </message>
    <message>
        <source>{name} (no longer active)</source>
        <translation>{name} (tidak aktif lagi)</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>Masuk</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Sign on</source>
        <translation>Masuk</translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message>
        <source>The folder of {partner} cannot be reached. It is read when it is back.</source>
        <translation>Folder {partner} tidak dapat dijangkau. Isinya akan dibaca setelah folder itu dapat dijangkau lagi.</translation>
    </message>
    <message>
        <source>A file from {partner} cannot be opened yet. It is read as soon as it can be.</source>
        <translation>Berkas dari {partner} belum dapat dibuka. Isinya akan dibaca setelah dapat dibuka.</translation>
    </message>
    <message>
        <source>A message from {partner} could not be taken in and stays there; the program’s log says why.</source>
        <translation>Pesan dari {partner} tidak dapat diterima dan tetap di sana; sebabnya ada di catatan kejadian program.</translation>
    </message>
    <message>
        <source>{n} mail is ready. Send it and mark it as sent: ill post sent ID.</source>
        <translation>{n} surel sudah siap. Kirimlah lalu tandai terkirim: ill post sent ID.</translation>
    </message>
    <message>
        <source>{n} mails are ready. Send them and mark them as sent: ill post sent ID.</source>
        <translation>{n} surel sudah siap. Kirimlah lalu tandai terkirim: ill post sent ID.</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Yang dicetak</translation>
    </message>
    <message>
        <source>Paper or labels</source>
        <translation>Kertas atau label</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Simpan PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Cetak…</translation>
    </message>
    <message>
        <source>First free place</source>
        <translation>Tempat kosong pertama</translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation>Rangkap masing-masing</translation>
    </message>
    <message>
        <source>Only what was not printed yet</source>
        <translation>Hanya yang belum dicetak</translation>
    </message>
    <message>
        <source>In order after cutting</source>
        <translation>Urut setelah dipotong</translation>
    </message>
    <message>
        <source>Align printer…</source>
        <translation>Sesuaikan posisi cetak…</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Save PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>Everything is printed already. Clear the tick to print again.</source>
        <translation>Semuanya sudah dicetak. Hapus centang untuk mencetak lagi.</translation>
    </message>
    <message>
        <source>Paper or labels for: {kind}</source>
        <translation>Kertas atau label untuk: {kind}</translation>
    </message>
    <message>
        <source>Tick what to print.</source>
        <translation>Centang yang akan dicetak.</translation>
    </message>
    <message>
        <source>Page {n}: {stock}</source>
        <translation>Halaman {n}: {stock}</translation>
    </message>
    <message>
        <source>Pages {n}–{last}: {stock}</source>
        <translation>Halaman {n}–{last}: {stock}</translation>
    </message>
    <message>
        <source>In the printer:</source>
        <translation>Di dalam pencetak:</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Mencetak…</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>cetakan</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something in the program failed. What was saved is safe.</source>
        <translation>Ada bagian program yang gagal. Yang sudah disimpan tetap aman.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Kesalahan</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Salin rincian</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Go on working. The log is {file}.</source>
        <translation>Silakan terus bekerja. Catatan kejadiannya ada di {file}.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Penyimpanan</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Tidak dikenal</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Lihat di:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Maju</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Folder di atasnya</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Ke folder di atasnya</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Folder baru</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Buat folder baru</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Tampilan daftar</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Tampilkan sebagai daftar</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Tampilan rinci</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Tampilkan dengan rincian</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Bilah sisi</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Daftar tempat dan penanda</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Jenis berkas:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Tampilkan </translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Ganti nama</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Tampilkan berkas &amp;tersembunyi</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Folder &amp;baru</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Folder:</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Pilih</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Folder baru</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Tempat terakhir</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 sudah ada.
Ganti dengan yang baru?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Berkas tidak ditemukan.
Periksa nama berkasnya.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Folder tidak ditemukan.
Periksa nama foldernya.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>&apos;%1&apos; dilindungi dari perubahan.
Tetap hapus?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Hapus &apos;%1&apos;?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Folder tidak dapat dihapus.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Diubah pada</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Page size:</source>
        <translation>Ukuran kertas:</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>Lebar:</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>Tinggi:</translation>
    </message>
    <message>
        <source>Paper source:</source>
        <translation>Sumber kertas:</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Tegak</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Mendatar</translation>
    </message>
    <message>
        <source>Reverse landscape</source>
        <translation>Mendatar terbalik</translation>
    </message>
    <message>
        <source>Reverse portrait</source>
        <translation>Tegak terbalik</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Tepi</translation>
    </message>
    <message>
        <source>top margin</source>
        <translation>tepi atas</translation>
    </message>
    <message>
        <source>left margin</source>
        <translation>tepi kiri</translation>
    </message>
    <message>
        <source>right margin</source>
        <translation>tepi kanan</translation>
    </message>
    <message>
        <source>bottom margin</source>
        <translation>tepi bawah</translation>
    </message>
    <message>
        <source>Page Layout</source>
        <translation>Susunan halaman</translation>
    </message>
    <message>
        <source>Page &amp;order:</source>
        <translation>&amp;Urutan halaman:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>Halaman &amp;per lembar:</translation>
    </message>
    <message>
        <source>Millimeters (mm)</source>
        <translation>Milimeter (mm)</translation>
    </message>
    <message>
        <source>Inches (in)</source>
        <translation>Inci (in)</translation>
    </message>
    <message>
        <source>Points (pt)</source>
        <translation>Poin (pt)</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Khusus</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Oke</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ya</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Tidak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>All Pages</source>
        <translation>Semua halaman</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>Halaman ganjil</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>Halaman genap</translation>
    </message>
    <message>
        <source>&amp;Options &gt;&gt;</source>
        <translation>&amp;Pilihan &gt;&gt;</translation>
    </message>
    <message>
        <source>&amp;Options &lt;&lt;</source>
        <translation>&amp;Pilihan &lt;&lt;</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Cetak</translation>
    </message>
    <message>
        <source>Print to File (PDF)</source>
        <translation>Cetak ke berkas (PDF)</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Berkas di komputer ini</translation>
    </message>
    <message>
        <source>Write PDF file</source>
        <translation>Tulis berkas PDF</translation>
    </message>
    <message>
        <source>Left to Right, Top to Bottom</source>
        <translation>Kiri ke kanan, atas ke bawah</translation>
    </message>
    <message>
        <source>Left to Right, Bottom to Top</source>
        <translation>Kiri ke kanan, bawah ke atas</translation>
    </message>
    <message>
        <source>Right to Left, Bottom to Top</source>
        <translation>Kanan ke kiri, bawah ke atas</translation>
    </message>
    <message>
        <source>Right to Left, Top to Bottom</source>
        <translation>Kanan ke kiri, atas ke bawah</translation>
    </message>
    <message>
        <source>Bottom to Top, Left to Right</source>
        <translation>Bawah ke atas, kiri ke kanan</translation>
    </message>
    <message>
        <source>Bottom to Top, Right to Left</source>
        <translation>Bawah ke atas, kanan ke kiri</translation>
    </message>
    <message>
        <source>Top to Bottom, Left to Right</source>
        <translation>Atas ke bawah, kiri ke kanan</translation>
    </message>
    <message>
        <source>Top to Bottom, Right to Left</source>
        <translation>Atas ke bawah, kanan ke kiri</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>Page Setup</source>
        <translation>Pengaturan halaman</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Print range</source>
        <translation>Halaman yang dicetak</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>Semua halaman</translation>
    </message>
    <message>
        <source>Pages from</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>to</source>
        <translation>sampai</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Tulis halaman atau rentang, dipisahkan koma; rentang berupa dua angka dengan tanda hubung. Contoh: 3,5-7,9 mencetak halaman 3, 5, 6, 7, dan 9.</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Halaman ini</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Yang dipilih</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Rangkaian:</translation>
    </message>
    <message>
        <source>Output Settings</source>
        <translation>Pengaturan hasil</translation>
    </message>
    <message>
        <source>Copies:</source>
        <translation>Rangkap:</translation>
    </message>
    <message>
        <source>Collate</source>
        <translation>Susun per rangkap</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Dari belakang</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Rangkap</translation>
    </message>
    <message>
        <source>Color Mode</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Berwarna</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Abu-abu</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>Cetak bolak-balik</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Jilid di sisi panjang</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Jilid di sisi pendek</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Pilihan</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>Printer</source>
        <translation>Pencetak</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nama:</translation>
    </message>
    <message>
        <source>P&amp;roperties</source>
        <translation>&amp;Pengaturan</translation>
    </message>
    <message>
        <source>Location:</source>
        <translation>Tempat:</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Jenis:</translation>
    </message>
    <message>
        <source>Output &amp;file:</source>
        <translation>Ke &amp;berkas:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>Kiri</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Kanan</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Atas</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bawah</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Geser ke kiri</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Geser ke kanan</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ulangi</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Potong</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Pilih semua</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Drafts</source>
        <translation>Konsep</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu jawaban</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Perlu keputusan</translation>
    </message>
    <message>
        <source>To receive</source>
        <translation>Akan diterima</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Sudah di sini</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Segera jatuh tempo</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Dikirim kembali</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>To fetch</source>
        <translation>Akan diambil dari rak</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Akan dikirim</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Dipinjamkan</translation>
    </message>
    <message>
        <source>Coming back</source>
        <translation>Dalam pengembalian</translation>
    </message>
    <message>
        <source>Lent, overdue</source>
        <translation>Dipinjamkan, terlambat</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu perhatian</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Page of the handbook</source>
        <translation>Halaman buku pegangan</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>as on their card</source>
        <translation>seperti pada kartunya</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Collects at</source>
        <translation>Tempat pengambilan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Blocked because</source>
        <translation>Diblokir karena</translation>
    </message>
    <message>
        <source>Blocked until</source>
        <translation>Diblokir sampai</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Requests of this reader</source>
        <translation>Permintaan pemustaka ini</translation>
    </message>
    <message>
        <source>Requests that were closed longer ago no longer know their reader.</source>
        <translation>Permintaan yang sudah lama ditutup tidak lagi menyimpan data pemustakanya.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save reader</source>
        <translation>Simpan pemustaka</translation>
    </message>
    <message>
        <source>What we know…</source>
        <translation>Data yang kita simpan…</translation>
    </message>
    <message>
        <source>Erase reader…</source>
        <translation>Hapus pemustaka…</translation>
    </message>
    <message>
        <source>What {library} knows of {name}</source>
        <translation>Data {name} yang disimpan {library}</translation>
    </message>
    <message>
        <source>As of {day}. Closed requests forget their reader after {days} days.</source>
        <translation>Per {day}. Data pemustaka dihapus dari permintaan {days} hari setelah ditutup.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Replaced, kept for undo</source>
        <translation>Diganti, disimpan agar dapat diurungkan</translation>
    </message>
    <message>
        <source>Request that was theirs before</source>
        <translation>Permintaan yang sebelumnya miliknya</translation>
    </message>
</context>
<context>
    <name>ReaderDialog</name>
    <message>
        <source>Add reader</source>
        <translation>Tambah pemustaka</translation>
    </message>
    <message>
        <source>Edit reader</source>
        <translation>Ubah pemustaka</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} disimpan.</translation>
    </message>
    <message>
        <source>Save what we know of this reader</source>
        <translation>Simpan data pemustaka ini</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Disimpan sebagai {file}.</translation>
    </message>
    <message>
        <source>Erase reader</source>
        <translation>Hapus pemustaka</translation>
    </message>
    <message>
        <source>Requests that forgot their reader: {n}.</source>
        <translation>Permintaan yang data pemustakanya dihapus: {n}.</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>pemustaka</translation>
    </message>
    <message>
        <source>What is known of {name} is removed for good. The requests and the figures stay.</source>
        <translation>Data {name} dihapus untuk seterusnya. Permintaan dan angka statistik tetap ada.</translation>
    </message>
    <message>
        <source>{name} is removed from closed requests at once. {n} are still open; the card is removed when the last of them is closed.</source>
        <translation>Data {name} langsung dihapus dari permintaan yang sudah ditutup. {n} permintaan masih berjalan; kartunya dihapus setelah yang terakhir ditutup.</translation>
    </message>
</context>
<context>
    <name>ReaderField</name>
    <message>
        <source>in hand: {n}</source>
        <translation>sedang berjalan: {n}</translation>
    </message>
    <message>
        <source>blocked: {reason}</source>
        <translation>diblokir: {reason}</translation>
    </message>
    <message>
        <source>No reader has this code or name.</source>
        <translation>Kode atau nama ini tidak dikenal.</translation>
    </message>
    <message>
        <source>Several readers have this name. Give the code.</source>
        <translation>Beberapa pemustaka bernama ini. Isi kodenya.</translation>
    </message>
</context>
<context>
    <name>ReadersPage</name>
    <message>
        <source>Readers</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Find readers</source>
        <translation>Cari pemustaka</translation>
    </message>
    <message>
        <source>Name, code, e-mail or telephone</source>
        <translation>Nama, kode, surel, atau telepon</translation>
    </message>
    <message>
        <source>Import readers…</source>
        <translation>Impor pemustaka…</translation>
    </message>
    <message>
        <source>Edit reader</source>
        <translation>Ubah pemustaka</translation>
    </message>
    <message>
        <source>Add reader</source>
        <translation>Tambah pemustaka</translation>
    </message>
    <message>
        <source>The first {n} of {total}</source>
        <translation>{n} pertama dari {total}</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} dari {total}</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Tidak ada hasil untuk “{text}”.</translation>
    </message>
    <message>
        <source>Show all readers</source>
        <translation>Tampilkan semua pemustaka</translation>
    </message>
    <message>
        <source>No reader yet. Bring in the list of your library system, or add one.</source>
        <translation>Belum ada pemustaka. Impor daftar dari sistem perpustakaan Anda, atau tambahkan satu per satu.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>The reader withdrew</source>
        <translation>Pemustaka membatalkan</translation>
    </message>
    <message>
        <source>Too late for the reader</source>
        <translation>Terlambat bagi pemustaka</translation>
    </message>
    <message>
        <source>Asked for twice</source>
        <translation>Diminta dua kali</translation>
    </message>
    <message>
        <source>We own it</source>
        <translation>Kita sudah memilikinya</translation>
    </message>
    <message>
        <source>Free on the web</source>
        <translation>Tersedia bebas di web</translation>
    </message>
    <message>
        <source>We bought it</source>
        <translation>Sudah kita beli</translation>
    </message>
    <message>
        <source>Too costly</source>
        <translation>Terlalu mahal</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Hak cipta</translation>
    </message>
    <message>
        <source>Against our rules</source>
        <translation>Bertentangan dengan aturan kita</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Alasan lain</translation>
    </message>
    <message>
        <source>Does not circulate</source>
        <translation>Tidak dipinjamkan</translation>
    </message>
    <message>
        <source>Not available for interlibrary loan</source>
        <translation>Tidak tersedia untuk pinjam antarperpustakaan</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>Tidak dimiliki</translation>
    </message>
    <message>
        <source>Not on shelf</source>
        <translation>Tidak ada di rak</translation>
    </message>
    <message>
        <source>Policy problem</source>
        <translation>Terkendala kebijakan</translation>
    </message>
    <message>
        <source>Poor condition</source>
        <translation>Kondisi buruk</translation>
    </message>
    <message>
        <source>At the bindery</source>
        <translation>Sedang dijilid</translation>
    </message>
    <message>
        <source>Costs more than they will pay</source>
        <translation>Biaya melebihi batas peminta</translation>
    </message>
    <message>
        <source>Only a loan is possible</source>
        <translation>Hanya dapat dipinjam</translation>
    </message>
    <message>
        <source>Not available just now</source>
        <translation>Sedang tidak tersedia</translation>
    </message>
    <message>
        <source>Not found as cited</source>
        <translation>Tidak ditemukan sesuai sitasi</translation>
    </message>
    <message>
        <source>On loan</source>
        <translation>Sedang dipinjam</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>Sedang dipesan</translation>
    </message>
    <message>
        <source>Not by that date</source>
        <translation>Tidak dapat pada tanggal itu</translation>
    </message>
    <message>
        <source>Not that way of delivery</source>
        <translation>Tidak dengan cara kirim itu</translation>
    </message>
    <message>
        <source>Not that courier</source>
        <translation>Tidak dengan kurir itu</translation>
    </message>
    <message>
        <source>Several volumes: which one</source>
        <translation>Beberapa jilid: yang mana</translation>
    </message>
    <message>
        <source>Only on a loan condition</source>
        <translation>Hanya dengan syarat pinjam</translation>
    </message>
    <message>
        <source>Not that edition</source>
        <translation>Bukan edisi itu</translation>
    </message>
    <message>
        <source>Not that format</source>
        <translation>Bukan format itu</translation>
    </message>
    <message>
        <source>Not that way of payment</source>
        <translation>Tidak dengan cara bayar itu</translation>
    </message>
    <message>
        <source>Not that service level</source>
        <translation>Tidak dengan tingkat layanan itu</translation>
    </message>
    <message>
        <source>Not that service</source>
        <translation>Tidak untuk layanan itu</translation>
    </message>
    <message>
        <source>Library use only</source>
        <translation>Hanya dibaca di perpustakaan</translation>
    </message>
    <message>
        <source>No copying</source>
        <translation>Tidak boleh disalin</translation>
    </message>
    <message>
        <source>Signature required</source>
        <translation>Perlu tanda tangan</translation>
    </message>
    <message>
        <source>Supervised use only</source>
        <translation>Hanya dengan pengawasan</translation>
    </message>
    <message>
        <source>Watched library use only</source>
        <translation>Hanya dibaca di perpustakaan dengan pengawasan</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>Eksemplar keliru</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Pieces missing</source>
        <translation>Jilid tidak lengkap</translation>
    </message>
    <message>
        <source>Came as a copy</source>
        <translation>Datang sebagai salinan</translation>
    </message>
    <message>
        <source>Another due date</source>
        <translation>Jatuh tempo lain</translation>
    </message>
    <message>
        <source>Read the message</source>
        <translation>Baca pesannya</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Alasan: {reason}</translation>
    </message>
</context>
<context>
    <name>ReasonFilter</name>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>Semua alasan</translation>
    </message>
</context>
<context>
    <name>Receive</name>
    <message>
        <source>Mark received</source>
        <translation>Tandai diterima</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Jumlah jilid</translation>
    </message>
    <message>
        <source>Item barcodes, one a line</source>
        <translation>Kode batang, satu per baris</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>What is not as it should be</source>
        <translation>Apa yang tidak sesuai</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>Note to the partner</source>
        <translation>Catatan untuk mitra</translation>
    </message>
    <message>
        <source>Print the book strap</source>
        <translation>Cetak pita identitas buku</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ReceiveForm</name>
    <message>
        <source>They want it back by {day}</source>
        <translation>Mereka minta kembali paling lambat {day}</translation>
    </message>
    <message>
        <source>Condition: {text}</source>
        <translation>Syarat: {text}</translation>
    </message>
    <message>
        <source>Goes back to: {text}</source>
        <translation>Dikembalikan ke: {text}</translation>
    </message>
    <message>
        <source>For: {reader}</source>
        <translation>Untuk: {reader}</translation>
    </message>
    <message>
        <source>No due date is known: it will never be overdue. Press again to receive it without.</source>
        <translation>Tanggal jatuh tempo tidak diketahui: tidak akan pernah terlambat. Tekan sekali lagi untuk menandainya diterima tanpa tanggal.</translation>
    </message>
    <message>
        <source>Reader returns it by {day}</source>
        <translation>Kembali dari pemustaka paling lambat {day}</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Its length is not the one it claims.</source>
        <translation>Panjangnya tidak sesuai dengan yang tercantum.</translation>
    </message>
    <message>
        <source>Its leader is not a proper one.</source>
        <translation>Labelnya (leader) tidak benar.</translation>
    </message>
    <message>
        <source>Its fields do not begin where it claims.</source>
        <translation>Ruasnya tidak dimulai di tempat yang tercantum.</translation>
    </message>
    <message>
        <source>Its directory does not fit its fields.</source>
        <translation>Direktorinya tidak cocok dengan ruasnya.</translation>
    </message>
    <message>
        <source>Its directory lists more or fewer fields than it has.</source>
        <translation>Jumlah ruas di direktorinya tidak sama dengan yang ada.</translation>
    </message>
    <message>
        <source>A field lacks its indicators.</source>
        <translation>Ada ruas tanpa indikator.</translation>
    </message>
    <message>
        <source>A subfield lacks its code.</source>
        <translation>Ada subruas tanpa kode.</translation>
    </message>
    <message>
        <source>Its letters are not in the encoding it claims. Check them.</source>
        <translation>Pengodean hurufnya tidak sesuai dengan yang tercantum. Periksa hurufnya.</translation>
    </message>
    <message>
        <source>It does not say that it is MARCXML.</source>
        <translation>Tidak dinyatakan sebagai MARCXML.</translation>
    </message>
    <message>
        <source>It breaks off.</source>
        <translation>Cantuman ini terpotong.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Cantuman ini kosong.</translation>
    </message>
    <message>
        <source>Those who sent it have deleted it.</source>
        <translation>Cantuman ini sudah dihapus oleh pengirimnya.</translation>
    </message>
    <message>
        <source>It lists holdings and describes no publication.</source>
        <translation>Cantuman ini hanya memuat data kepemilikan, bukan deskripsi terbitan.</translation>
    </message>
    <message>
        <source>It is about a name or subject and describes no publication.</source>
        <translation>Cantuman ini memuat nama atau subjek, bukan deskripsi terbitan.</translation>
    </message>
    <message>
        <source>It has no title.</source>
        <translation>Tidak ada judulnya.</translation>
    </message>
    <message>
        <source>Its end is missing.</source>
        <translation>Bagian akhirnya tidak ada.</translation>
    </message>
    <message>
        <source>It gives a field twice. The first counts.</source>
        <translation>Ada ruas yang tertulis dua kali. Yang pertama dipakai.</translation>
    </message>
    <message>
        <source>It is too long. Part of it was left out.</source>
        <translation>Terlalu panjang. Sebagian tidak diambil.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Its XML is broken.</source>
        <translation>XML-nya rusak.</translation>
    </message>
    <message>
        <source>Its ISBN has a wrong check digit.</source>
        <translation>Digit pemeriksa ISBN-nya salah.</translation>
    </message>
    <message>
        <source>Its ISSN has a wrong check digit.</source>
        <translation>Digit pemeriksa ISSN-nya salah.</translation>
    </message>
    <message>
        <source>Its DOI does not look like one.</source>
        <translation>DOI-nya tampaknya tidak benar.</translation>
    </message>
    <message>
        <source>Record what they said</source>
        <translation>Catat apa yang mereka sampaikan</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Yang mereka sampaikan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Diperkirakan pada</translation>
    </message>
    <message>
        <source>Try again after</source>
        <translation>Ajukan ulang setelah</translation>
    </message>
    <message>
        <source>Item barcodes, one a line</source>
        <translation>Kode batang, satu per baris</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Dikirim melalui</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Alamat web</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>Kata-kata mereka</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Its PMID is not a number of PubMed.</source>
        <translation>PMID-nya bukan nomor PubMed.</translation>
    </message>
</context>
<context>
    <name>Renew</name>
    <message>
        <source>Answer a renewal</source>
        <translation>Jawab perpanjangan</translation>
    </message>
    <message>
        <source>&amp;1  Renew</source>
        <translation>&amp;1  Perpanjang</translation>
    </message>
    <message>
        <source>&amp;2  Refuse renewal</source>
        <translation>&amp;2  Tolak perpanjangan</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Note to the partner</source>
        <translation>Catatan untuk mitra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>Kirim jawaban</translation>
    </message>
</context>
<context>
    <name>RenewForm</name>
    <message>
        <source>Due now on {day}</source>
        <translation>Sekarang jatuh tempo {day}</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>{number}: “{act}” is no longer possible.</source>
        <translation>{number}: “{act}” tidak mungkin lagi.</translation>
    </message>
    <message>
        <source>{number}: “{act}” is no longer possible. You had written: {words}</source>
        <translation>{number}: “{act}” tidak mungkin lagi. Yang sudah Anda tulis: {words}</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Requesting library</source>
        <translation>Perpustakaan peminta</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Kind of publication</source>
        <translation>Jenis bahan</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Title of the article or chapter</source>
        <translation>Judul artikel atau bab</translation>
    </message>
    <message>
        <source>Author of the part</source>
        <translation>Pengarang bagian</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edisi</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Penerbit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Kota terbit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun terbit</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Jilid</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>Nomor panggil</translation>
    </message>
    <message>
        <source>Highest cost</source>
        <translation>Biaya tertinggi</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>No library is told of these changes.</source>
        <translation>Perubahan ini tidak diberitahukan kepada perpustakaan mana pun.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Simpan konsep</translation>
    </message>
    <message>
        <source>Save and send</source>
        <translation>Simpan dan kirim</translation>
    </message>
    <message>
        <source>New borrowing request</source>
        <translation>Permintaan pinjam baru</translation>
    </message>
    <message>
        <source>Record a lending request</source>
        <translation>Catat permintaan mitra</translation>
    </message>
    <message>
        <source>Edit request</source>
        <translation>Ubah permintaan</translation>
    </message>
    <message>
        <source>Record request</source>
        <translation>Catat permintaan</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Simpan perubahan</translation>
    </message>
    <message>
        <source>“{typed}” is not among the libraries to ask. Add it or clear the field.</source>
        <translation>“{typed}” belum ada di daftar perpustakaan yang dimintai. Tambahkan atau kosongkan kolomnya.</translation>
    </message>
    <message>
        <source>PMID</source>
        <translation>PMID</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Add a library to ask, or save the draft.</source>
        <translation>Tambahkan perpustakaan yang akan dimintai, atau simpan konsep.</translation>
    </message>
    <message>
        <source>Look at {fields} again, or send the request as it is.</source>
        <translation>Periksa lagi {fields}, atau kirim permintaan apa adanya.</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Tetap kirim</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Judul</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Pengarang</translation>
    </message>
    <message>
        <source>&amp;ISBN</source>
        <translation>&amp;ISBN</translation>
    </message>
    <message>
        <source>Needed &amp;by</source>
        <translation>Diperlukan &amp;sebelum</translation>
    </message>
    <message>
        <source>&amp;Libraries to ask, the first one first</source>
        <translation>Perpustakaan yang &amp;dimintai, menurut urutan</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Catatan</translation>
    </message>
    <message>
        <source>&amp;Reader (code or name)</source>
        <translation>Pe&amp;mustaka (kode atau nama)</translation>
    </message>
    <message>
        <source>Choose the requesting library.</source>
        <translation>Pilih perpustakaan yang meminta.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Add library</source>
        <translation>Tambah perpustakaan</translation>
    </message>
    <message>
        <source>Add reader</source>
        <translation>Tambah pemustaka</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Diminta pada</translation>
    </message>
    <message>
        <source>Empty: today</source>
        <translation>Kosong: hari ini</translation>
    </message>
    <message>
        <source>Barcodes, one a line</source>
        <translation>Kode batang, satu per baris</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>What is here now is kept as a backup of its own. Nothing is lost.</source>
        <translation>Keadaan sekarang disimpan sebagai cadangan tersendiri. Tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Berkas lain…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Pulihkan…</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>is being read…</source>
        <translation>sedang dibaca…</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>baik</translation>
    </message>
    <message>
        <source>of a newer version</source>
        <translation>dari versi yang lebih baru</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>otomatis</translation>
    </message>
    <message>
        <source>when the program closed</source>
        <translation>saat program ditutup</translation>
    </message>
    <message>
        <source>by hand, into a file</source>
        <translation>secara manual, ke berkas</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>sebelum pemulihan</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>sebelum pemutakhiran</translation>
    </message>
    <message>
        <source>before names were removed</source>
        <translation>sebelum nama dihapus</translation>
    </message>
    <message>
        <source>There is no backup in this desk. Choose another file.</source>
        <translation>Tidak ada cadangan di meja layanan ini. Pilih berkas lain.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Pilih cadangan</translation>
    </message>
    <message>
        <source>Backups (*.sqlite3)</source>
        <translation>Cadangan (*.sqlite3)</translation>
    </message>
    <message>
        <source>The desk goes back to {name}. What is here now is kept as a backup. New requests skip 1,000 numbers, so that none is given twice.</source>
        <translation>Meja layanan kembali ke {name}. Keadaan sekarang disimpan sebagai cadangan. Nomor permintaan baru melompati 1.000 nomor agar tidak ada nomor ganda.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>the copy of {moment}</source>
        <translation>salinan tanggal {moment}</translation>
    </message>
    <message>
        <source>the copy of {moment} with {n} requests</source>
        <translation>salinan tanggal {moment} dengan {n} permintaan</translation>
    </message>
    <message>
        <source>the copy of {moment} with 1 request</source>
        <translation>salinan tanggal {moment} dengan 1 permintaan</translation>
    </message>
    <message>
        <source>Restored {name}. What was here before is kept as {file} in {folder}.</source>
        <translation>Dipulihkan: {name}. Isi sebelumnya disimpan sebagai {file} di {folder}.</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>we expect to supply</source>
        <translation>mungkin dapat kami penuhi</translation>
    </message>
    <message>
        <source>we will supply</source>
        <translation>akan kami penuhi</translation>
    </message>
    <message>
        <source>we supply on a condition</source>
        <translation>kami penuhi dengan syarat</translation>
    </message>
    <message>
        <source>we cannot supply</source>
        <translation>tidak dapat kami penuhi</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>silakan ajukan ulang</translation>
    </message>
    <message>
        <source>we sent it</source>
        <translation>sudah kami kirim</translation>
    </message>
    <message>
        <source>we sent a copy</source>
        <translation>salinan sudah kami kirim</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>diperpanjang</translation>
    </message>
    <message>
        <source>not renewed</source>
        <translation>tidak diperpanjang</translation>
    </message>
    <message>
        <source>we received it</source>
        <translation>sudah kami terima</translation>
    </message>
    <message>
        <source>we sent it back</source>
        <translation>sudah kami kirim kembali</translation>
    </message>
    <message>
        <source>we sent it on</source>
        <translation>sudah kami teruskan</translation>
    </message>
    <message>
        <source>{partner} will be told: {what}.</source>
        <translation>{partner} akan diberi tahu: {what}.</translation>
    </message>
    <message>
        <source>we accept their conditions</source>
        <translation>kami menyetujui syarat mereka</translation>
    </message>
    <message>
        <source>we refuse their conditions</source>
        <translation>kami menolak syarat mereka</translation>
    </message>
    <message>
        <source>it is cancelled</source>
        <translation>sudah dibatalkan</translation>
    </message>
    <message>
        <source>it can no longer be cancelled</source>
        <translation>tidak dapat dibatalkan lagi</translation>
    </message>
    <message>
        <source>we need it back</source>
        <translation>kami tarik kembali</translation>
    </message>
    <message>
        <source>it is overdue</source>
        <translation>sudah terlambat</translation>
    </message>
    <message>
        <source>please keep it for now</source>
        <translation>mohon disimpan dahulu</translation>
    </message>
    <message>
        <source>please send it back now</source>
        <translation>mohon dikirim kembali sekarang</translation>
    </message>
    <message>
        <source>it came back</source>
        <translation>sudah kembali</translation>
    </message>
    <message>
        <source>we close it without its return</source>
        <translation>kami tutup tanpa pengembalian</translation>
    </message>
    <message>
        <source>No message about this goes to {partner}, and nobody has to telephone.</source>
        <translation>Tidak ada pesan tentang ini untuk {partner}, dan tidak perlu menelepon.</translation>
    </message>
    <message>
        <source>No message about this goes to {partner}. Tell them by telephone or letter: {what}.</source>
        <translation>Tidak ada pesan tentang ini yang dikirim ke {partner}. Sampaikan lewat telepon atau surat: {what}.</translation>
    </message>
    <message>
        <source>what you wrote</source>
        <translation>yang Anda tulis</translation>
    </message>
    <message>
        <source>we ask for this</source>
        <translation>kami meminta ini</translation>
    </message>
    <message>
        <source>we ask for this once more</source>
        <translation>kami meminta ini sekali lagi</translation>
    </message>
    <message>
        <source>we are still waiting for an answer</source>
        <translation>kami masih menunggu jawaban</translation>
    </message>
    <message>
        <source>we ask where it stands</source>
        <translation>kami menanyakan statusnya</translation>
    </message>
    <message>
        <source>we no longer need it</source>
        <translation>kami tidak memerlukannya lagi</translation>
    </message>
    <message>
        <source>we ask to keep it longer</source>
        <translation>kami minta perpanjangan</translation>
    </message>
    <message>
        <source>it is lost</source>
        <translation>hilang</translation>
    </message>
</context>
<context>
    <name>SampleBar</name>
    <message>
        <source>Sample</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>This is a sample desk: everything in it is invented. Try what you like.</source>
        <translation>Ini meja contoh: semua isinya rekaan. Cobalah apa saja.</translation>
    </message>
    <message>
        <source>Start with an empty desk</source>
        <translation>Mulai dengan meja kosong</translation>
    </message>
</context>
<context>
    <name>SealDialog</name>
    <message>
        <source>Seal</source>
        <translation>Segel</translation>
    </message>
    <message>
        <source>Our words</source>
        <translation>Kata-kata kita</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>Keys of the partner</source>
        <translation>Kunci mitra</translation>
    </message>
    <message>
        <source>Copy a letter that asks for them</source>
        <translation>Salin surat yang memintanya</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Percayai kunci ini</translation>
    </message>
    <message>
        <source>{n} of their packages never came: number {numbers}.</source>
        <translation>{n} paket mereka tidak pernah sampai: nomor {numbers}.</translation>
    </message>
    <message>
        <source>{n} of their packages never came: numbers {numbers}.</source>
        <translation>{n} paket mereka tidak pernah sampai: nomor {numbers}.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Sudah disalin</translation>
    </message>
    <message>
        <source>Call {partner}. Read them these words, and let them read theirs. If theirs are listed below, trust that key.</source>
        <translation>Telepon {partner}. Bacakan kata-kata ini, dan minta mereka membacakan milik mereka. Jika milik mereka tertera di bawah, percayai kunci itu.</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>Who is at the desk</source>
        <translation>Siapa yang bertugas</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Siapa Anda?</translation>
    </message>
    <message>
        <source>At the desk: {who}</source>
        <translation>Bertugas: {who}</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Say first who is at the desk: choose your initials.</source>
        <translation>Sebutkan dahulu siapa yang bertugas: pilih inisial Anda.</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>Masuk</translation>
    </message>
</context>
<context>
    <name>SendBack</name>
    <message>
        <source>Mark sent back</source>
        <translation>Tandai dikirim kembali</translation>
    </message>
    <message>
        <source>Item barcodes, one a line</source>
        <translation>Kode batang, satu per baris</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Dikirim melalui</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>Note to the partner</source>
        <translation>Catatan untuk mitra</translation>
    </message>
    <message>
        <source>Print the return label</source>
        <translation>Cetak label pengembalian</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>SendBackForm</name>
    <message>
        <source>Goes back to: {text}</source>
        <translation>Dikembalikan ke: {text}</translation>
    </message>
    <message>
        <source>as they wrote for this loan</source>
        <translation>seperti yang mereka tulis untuk pinjaman ini</translation>
    </message>
    <message>
        <source>from their card</source>
        <translation>dari kartu mitra</translation>
    </message>
    <message>
        <source>Nobody said where it goes back to. Look at the paper in the parcel.</source>
        <translation>Tujuan pengembalian tidak disebutkan. Lihat kertas di dalam paket.</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Loan</source>
        <translation>Pinjaman</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>Copy or loan</source>
        <translation>Salinan atau pinjaman</translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message>
        <source>Each act first shows what it would change.</source>
        <translation>Setiap tindakan terlebih dahulu menunjukkan apa yang akan berubah.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>{n} requests selected</source>
        <translation>{n} permintaan dipilih</translation>
    </message>
    <message>
        <source>{act}: {n} of {total}</source>
        <translation>{act}: {n} dari {total}</translation>
    </message>
</context>
<context>
    <name>SheetPicker</name>
    <message>
        <source>First free place on the sheet</source>
        <translation>Tempat kosong pertama pada lembar</translation>
    </message>
    <message>
        <source>Click the first free place</source>
        <translation>Klik tempat kosong pertama</translation>
    </message>
    <message>
        <source>Place {n} of {all}</source>
        <translation>Tempat {n} dari {all}</translation>
    </message>
</context>
<context>
    <name>Ship</name>
    <message>
        <source>Send out</source>
        <translation>Kirim bahan</translation>
    </message>
    <message>
        <source>Item barcodes, one a line</source>
        <translation>Kode batang, satu per baris</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Dikirim melalui</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Note to the partner</source>
        <translation>Catatan untuk mitra</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Terjadi pada</translation>
    </message>
    <message>
        <source>Print the shipping label</source>
        <translation>Cetak label pengiriman</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ShipForm</name>
    <message>
        <source>They ask for another address than on their card: {address}</source>
        <translation>Mereka meminta alamat yang berbeda dari kartu mitra: {address}</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Nothing was done to {number}: the list or the request changed before “{verb}” was chosen. Select it and choose again.</source>
        <translation>Tidak ada yang dilakukan pada {number}: daftar atau permintaannya berubah sebelum “{verb}” dipilih. Pilih permintaan itu, lalu pilih tindakannya lagi.</translation>
    </message>
    <message>
        <source>Nothing was done: what is chosen on this page changed before “{verb}” was chosen. Look and choose again.</source>
        <translation>Tidak ada yang dilakukan: yang terpilih di halaman ini berubah sebelum “{verb}” dipilih. Periksa, lalu pilih lagi.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tombol pintas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Borrowing</source>
        <translation>Peminjaman</translation>
    </message>
    <message>
        <source>Lending</source>
        <translation>Layanan pinjam keluar</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Queues</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Meja layanan</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Semua permintaan</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Pertukaran pesan</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>{queue}, {count}</source>
        <translation>{queue}, {count}</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Pemustaka</translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message>
        <source>Sort</source>
        <translation>Urutkan</translation>
    </message>
</context>
<context>
    <name>SpanField</name>
    <message>
        <source>{span}: {n} days</source>
        <translation>{span}: {n} hari</translation>
    </message>
    <message>
        <source>This is no date, or it ends before it begins. Write {span}.</source>
        <translation>Ini bukan tanggal, atau berakhir sebelum mulai. Tulis {span}.</translation>
    </message>
    <message>
        <source>{day} or {span}</source>
        <translation>{day} atau {span}</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Everybody here signs what they do with their initials. With nobody in the list, the desk asks nobody.</source>
        <translation>Setiap petugas menandai pekerjaannya dengan inisial. Selama daftar ini kosong, meja layanan tidak menanyakan siapa pun.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Inisial</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>New PIN, four digits or more</source>
        <translation>PIN baru, empat angka atau lebih</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Bertugas di sini</translation>
    </message>
    <message>
        <source>Without a PIN</source>
        <translation>Tanpa PIN</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Petugas baru</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Save person</source>
        <translation>Simpan petugas</translation>
    </message>
</context>
<context>
    <name>StaffDialog</name>
    <message>
        <source>Staff</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Penyelia</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Draft</source>
        <translation>Konsep</translation>
    </message>
    <message>
        <source>Will be supplied</source>
        <translation>Akan dipenuhi</translation>
    </message>
    <message>
        <source>Conditions to decide</source>
        <translation>Putuskan syarat</translation>
    </message>
    <message>
        <source>Can be tried again</source>
        <translation>Dapat diajukan ulang</translation>
    </message>
    <message>
        <source>On its way to us</source>
        <translation>Dalam perjalanan</translation>
    </message>
    <message>
        <source>Copy sent to us</source>
        <translation>Salinan terkirim</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Sudah di sini</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Dikirim kembali</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>Not obtainable</source>
        <translation>Tidak dapat diperoleh</translation>
    </message>
    <message>
        <source>Closed by staff</source>
        <translation>Ditutup petugas</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Permintaan baru</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Sedang diperiksa</translation>
    </message>
    <message>
        <source>Fetched, to be sent</source>
        <translation>Akan dikirim</translation>
    </message>
    <message>
        <source>Sent out</source>
        <translation>Sudah dikirim</translation>
    </message>
    <message>
        <source>On its way back</source>
        <translation>Dalam pengembalian</translation>
    </message>
    <message>
        <source>Not supplied</source>
        <translation>Tidak dipenuhi</translation>
    </message>
    <message>
        <source>Closed without return</source>
        <translation>Tidak kembali</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Menunggu jawaban</translation>
    </message>
    <message>
        <source>They expect to supply</source>
        <translation>Mungkin dipenuhi</translation>
    </message>
    <message>
        <source>Not supplied, ask next</source>
        <translation>Pilih pemasok lain</translation>
    </message>
    <message>
        <source>Conditions offered</source>
        <translation>Syarat diajukan</translation>
    </message>
    <message>
        <source>To be fetched</source>
        <translation>Akan diambil dari rak</translation>
    </message>
    <message>
        <source>At borrowing library</source>
        <translation>Di pihak peminta</translation>
    </message>
    <message>
        <source>Asked to try again</source>
        <translation>Diminta ajukan ulang</translation>
    </message>
    <message>
        <source>Recalled: send back</source>
        <translation>Ditarik: kembalikan</translation>
    </message>
    <message>
        <source>Sent despite cancel</source>
        <translation>Dikirim walau batal</translation>
    </message>
    <message>
        <source>They ask to cancel</source>
        <translation>Minta pembatalan</translation>
    </message>
    <message>
        <source>They ask to renew</source>
        <translation>Minta perpanjangan</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Ditarik kembali</translation>
    </message>
    <message>
        <source>Recalled: at reader</source>
        <translation>Ditarik: di pemustaka</translation>
    </message>
    <message>
        <source>Here, reader told</source>
        <translation>Di sini, diberi tahu</translation>
    </message>
    <message>
        <source>With the reader</source>
        <translation>Pada pemustaka</translation>
    </message>
    <message>
        <source>Back from the reader</source>
        <translation>Kembali di meja</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>asked for</source>
        <translation>diminta</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>dijanjikan</translation>
    </message>
    <message>
        <source>on loan</source>
        <translation>dipinjam</translation>
    </message>
    <message>
        <source>on its way back</source>
        <translation>dalam pengembalian</translation>
    </message>
    <message>
        <source>Both agree</source>
        <translation>Keduanya sama</translation>
    </message>
    <message>
        <source>They say otherwise</source>
        <translation>Menurut mereka berbeda</translation>
    </message>
    <message>
        <source>Only we know of it</source>
        <translation>Hanya kita yang mencatat</translation>
    </message>
    <message>
        <source>Only they know of it</source>
        <translation>Hanya mereka yang mencatat</translation>
    </message>
    <message>
        <source>no longer open</source>
        <translation>sudah selesai</translation>
    </message>
</context>
<context>
    <name>StatementDialog</name>
    <message>
        <source>Statement</source>
        <translation>Rekapitulasi</translation>
    </message>
    <message>
        <source>Open transactions</source>
        <translation>Transaksi yang belum selesai</translation>
    </message>
    <message>
        <source>we</source>
        <translation>kita</translation>
    </message>
    <message>
        <source>they</source>
        <translation>mereka</translation>
    </message>
    <message>
        <source>Ask for &amp;status</source>
        <translation>Tanyakan &amp;status</translation>
    </message>
    <message>
        <source>Send last &amp;message again</source>
        <translation>Kirim u&amp;lang pesan terakhir</translation>
    </message>
    <message>
        <source>Show &amp;request</source>
        <translation>Tampilkan &amp;permintaan</translation>
    </message>
    <message>
        <source>&amp;Look for it</source>
        <translation>Ca&amp;ri</translation>
    </message>
    <message>
        <source>Recor&amp;d request…</source>
        <translation>Ca&amp;tat permintaan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>&amp;Compare with theirs…</source>
        <translation>&amp;Bandingkan dengan milik mereka…</translation>
    </message>
    <message>
        <source>Save &amp;ours…</source>
        <translation>Simpan milik &amp;kita…</translation>
    </message>
    <message>
        <source>{n} open transaction</source>
        <translation>{n} transaksi belum selesai</translation>
    </message>
    <message>
        <source>{n} open transactions</source>
        <translation>{n} transaksi belum selesai</translation>
    </message>
    <message>
        <source>{number}: our last message is ready to leave again: {what}.</source>
        <translation>{number}: pesan terakhir kita siap dikirim lagi: {what}.</translation>
    </message>
    <message>
        <source>Compare with their statement</source>
        <translation>Bandingkan dengan rekapitulasi mereka</translation>
    </message>
    <message>
        <source>Statements (*.csv)</source>
        <translation>Rekapitulasi (*.csv)</translation>
    </message>
    <message>
        <source>Save our statement</source>
        <translation>Simpan rekapitulasi kita</translation>
    </message>
    <message>
        <source>Our statement is in {file}.</source>
        <translation>Rekapitulasi kita ada di {file}.</translation>
    </message>
    <message>
        <source>For their program (*.csv);;For people (*.pdf)</source>
        <translation>Untuk program mereka (*.csv);;Untuk dibaca (*.pdf)</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>rekapitulasi</translation>
    </message>
    <message>
        <source>{agree} agree, {rest} need a look. Theirs is dated {day}.</source>
        <translation>{agree} sama, {rest} perlu dilihat. Milik mereka bertanggal {day}.</translation>
    </message>
    <message>
        <source>{number}: they are asked for its status.</source>
        <translation>{number}: statusnya ditanyakan kepada mereka.</translation>
    </message>
</context>
<context>
    <name>StatementFile</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Nomor permintaan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Who borrows</source>
        <translation>Peminjam</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Tanggal jatuh tempo</translation>
    </message>
    <message>
        <source>Open transactions</source>
        <translation>Transaksi yang belum selesai</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Open the exchange log (Ctrl+E)</source>
        <translation>Buka riwayat pertukaran pesan (Ctrl+E)</translation>
    </message>
    <message>
        <source>The desk is being opened…</source>
        <translation>Meja layanan sedang dibuka…</translation>
    </message>
    <message>
        <source>Show what waits to leave, and send it now</source>
        <translation>Tampilkan yang akan dikirim, dan kirim sekarang</translation>
    </message>
    <message>
        <source>Show the requests a library has to be told about by telephone or letter</source>
        <translation>Tampilkan permintaan yang perlu disampaikan kepada perpustakaan lewat telepon atau surat</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>A4 paper</source>
        <translation>Kertas A4</translation>
    </message>
    <message>
        <source>Letter paper</source>
        <translation>Kertas Letter</translation>
    </message>
    <message>
        <source>F4 paper (Folio)</source>
        <translation>Kertas F4 (Folio)</translation>
    </message>
    <message>
        <source>A5 paper</source>
        <translation>Kertas A5</translation>
    </message>
    <message>
        <source>A6 paper</source>
        <translation>Kertas A6</translation>
    </message>
    <message>
        <source>Catalogue card, 75 × 125 mm</source>
        <translation>Kartu katalog, 75 × 125 mm</translation>
    </message>
    <message>
        <source>Avery L7160 (J8160), 3 × 7 on A4</source>
        <translation>Avery L7160 (J8160), 3 × 7 pada A4</translation>
    </message>
    <message>
        <source>Avery L7161, 3 × 6 on A4</source>
        <translation>Avery L7161, 3 × 6 pada A4</translation>
    </message>
    <message>
        <source>Avery L7162, 2 × 8 on A4</source>
        <translation>Avery L7162, 2 × 8 pada A4</translation>
    </message>
    <message>
        <source>Avery L7163, 2 × 7 on A4</source>
        <translation>Avery L7163, 2 × 7 pada A4</translation>
    </message>
    <message>
        <source>Avery L7164, 3 × 4 on A4</source>
        <translation>Avery L7164, 3 × 4 pada A4</translation>
    </message>
    <message>
        <source>Avery L7165, 2 × 4 on A4</source>
        <translation>Avery L7165, 2 × 4 pada A4</translation>
    </message>
    <message>
        <source>Avery L7167, 1 × 1 on A4</source>
        <translation>Avery L7167, 1 × 1 pada A4</translation>
    </message>
    <message>
        <source>Avery L7168, 1 × 2 on A4</source>
        <translation>Avery L7168, 1 × 2 pada A4</translation>
    </message>
    <message>
        <source>Avery L7169, 2 × 2 on A4</source>
        <translation>Avery L7169, 2 × 2 pada A4</translation>
    </message>
    <message>
        <source>Avery L7651, 5 × 13 on A4</source>
        <translation>Avery L7651, 5 × 13 pada A4</translation>
    </message>
    <message>
        <source>Avery Zweckform 3475, 3 × 8 on A4</source>
        <translation>Avery Zweckform 3475, 3 × 8 pada A4</translation>
    </message>
    <message>
        <source>Avery Zweckform 4781, 2 × 6 on A4</source>
        <translation>Avery Zweckform 4781, 2 × 6 pada A4</translation>
    </message>
    <message>
        <source>Avery 5160 (5260, 8160), 3 × 10 on Letter</source>
        <translation>Avery 5160 (5260, 8160), 3 × 10 pada Letter</translation>
    </message>
    <message>
        <source>Avery 5161, 2 × 10 on Letter</source>
        <translation>Avery 5161, 2 × 10 pada Letter</translation>
    </message>
    <message>
        <source>Avery 5162, 2 × 7 on Letter</source>
        <translation>Avery 5162, 2 × 7 pada Letter</translation>
    </message>
    <message>
        <source>Avery 5163 (5263, 8163), 2 × 5 on Letter</source>
        <translation>Avery 5163 (5263, 8163), 2 × 5 pada Letter</translation>
    </message>
    <message>
        <source>Avery 5164 (8164), 2 × 3 on Letter</source>
        <translation>Avery 5164 (8164), 2 × 3 pada Letter</translation>
    </message>
    <message>
        <source>Avery 5165 (8165), 1 × 1 on Letter</source>
        <translation>Avery 5165 (8165), 1 × 1 pada Letter</translation>
    </message>
    <message>
        <source>Avery 5168, 2 × 2 on Letter</source>
        <translation>Avery 5168, 2 × 2 pada Letter</translation>
    </message>
    <message>
        <source>Brother DK-1201 roll, 29 × 90 mm</source>
        <translation>Gulungan Brother DK-1201, 29 × 90 mm</translation>
    </message>
    <message>
        <source>Brother DK-1202 roll, 62 × 100 mm</source>
        <translation>Gulungan Brother DK-1202, 62 × 100 mm</translation>
    </message>
    <message>
        <source>Brother DK-1208 roll, 38 × 90 mm</source>
        <translation>Gulungan Brother DK-1208, 38 × 90 mm</translation>
    </message>
    <message>
        <source>Brother DK-2205 endless roll, 62 mm</source>
        <translation>Gulungan tanpa potong Brother DK-2205, 62 mm</translation>
    </message>
    <message>
        <source>Dymo 30252 roll, 28 × 89 mm</source>
        <translation>Gulungan Dymo 30252, 28 × 89 mm</translation>
    </message>
    <message>
        <source>Dymo 30256 roll, 59 × 102 mm</source>
        <translation>Gulungan Dymo 30256, 59 × 102 mm</translation>
    </message>
    <message>
        <source>Dymo 99014 roll, 54 × 101 mm</source>
        <translation>Gulungan Dymo 99014, 54 × 101 mm</translation>
    </message>
    <message>
        <source>Dymo 99019 roll, 59 × 190 mm</source>
        <translation>Gulungan Dymo 99019, 59 × 190 mm</translation>
    </message>
    <message>
        <source>Thermal roll, 4 × 6 inches</source>
        <translation>Gulungan termal, 4 × 6 inci</translation>
    </message>
    <message>
        <source>Thermal roll, 100 × 150 mm</source>
        <translation>Gulungan termal, 100 × 150 mm</translation>
    </message>
    <message>
        <source>Receipt roll, 80 mm</source>
        <translation>Gulungan struk, 80 mm</translation>
    </message>
    <message>
        <source>Receipt roll, 58 mm</source>
        <translation>Gulungan struk, 58 mm</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>partner</source>
        <translation>mitra</translation>
    </message>
    <message>
        <source>time</source>
        <translation>otomatis</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>manual</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>diurungkan</translation>
    </message>
    <message>
        <source>{state}, confirmed {moment}</source>
        <translation>{state}, dikonfirmasi {moment}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>leaves {moment}</source>
        <translation>akan dikirim {moment}</translation>
    </message>
    <message>
        <source>Show 1 confirmation</source>
        <translation>Tampilkan 1 konfirmasi</translation>
    </message>
    <message>
        <source>Show {n} confirmations</source>
        <translation>Tampilkan {n} konfirmasi</translation>
    </message>
    <message>
        <source>left {moment}</source>
        <translation>terkirim {moment}</translation>
    </message>
</context>
<context>
    <name>Stranger</name>
    <message>
        <source>{name} is saved. Its message: {state}.</source>
        <translation>{name} disimpan. Pesannya: {state}.</translation>
    </message>
    <message>
        <source>{name} is saved, but the message is from {symbol} and still waits.</source>
        <translation>{name} disimpan, tetapi pesannya berasal dari {symbol} dan masih menunggu.</translation>
    </message>
</context>
<context>
    <name>Supervised</name>
    <message>
        <source>Sign on as supervisor</source>
        <translation>Masuk sebagai penyelia</translation>
    </message>
    <message>
        <source>{who} is at the desk now, and stays so when this form is closed.</source>
        <translation>{who} sekarang bertugas, juga setelah formulir ini ditutup.</translation>
    </message>
</context>
<context>
    <name>SupplierList</name>
    <message>
        <source>Add a library…</source>
        <translation>Tambahkan perpustakaan…</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down change the order, Delete takes one away</source>
        <translation>Alt+Atas dan Alt+Bawah mengubah urutan, Delete menghapus satu</translation>
    </message>
    <message>
        <source>Enter adds the library shown</source>
        <translation>Enter menambahkan perpustakaan yang tampil</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Belum ada</translation>
    </message>
    <message>
        <source>No other</source>
        <translation>Tidak ada yang lain</translation>
    </message>
    <message>
        <source>{name}, by telephone and letter</source>
        <translation>{name}, lewat telepon dan surat</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Pengarang</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun terbit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Mitra</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Jatuh tempo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Peristiwa</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Kode perpustakaan</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Pertukaran pesan</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Diperlukan</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Pemustaka</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Nomor kita</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Nomor mereka</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Asal</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Dipinjam</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>Dipinjamkan</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>Collects at</source>
        <translation>Tempat pengambilan</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Inisial</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Bertugas di sini</translation>
    </message>
    <message>
        <source>Who borrows</source>
        <translation>Peminjam</translation>
    </message>
    <message>
        <source>We say</source>
        <translation>Menurut kita</translation>
    </message>
    <message>
        <source>They say</source>
        <translation>Menurut mereka</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Perbandingan</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>What happens to it</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Kode batang</translation>
    </message>
    <message>
        <source>Their words</source>
        <translation>Kata-kata mereka</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Terlihat</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Dipercaya</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Sesudahnya</translation>
    </message>
    <message>
        <source>Message to</source>
        <translation>Pesan kepada</translation>
    </message>
</context>
<context>
    <name>TableImport</name>
    <message>
        <source>Save these rows…</source>
        <translation>Simpan baris ini…</translation>
    </message>
    <message>
        <source>Choose the column for: {fields}.</source>
        <translation>Pilih kolom untuk: {fields}.</translation>
    </message>
    <message>
        <source>Row {done} of {total}</source>
        <translation>Baris {done} dari {total}</translation>
    </message>
    <message>
        <source>{brought} The rows above were left out: mend them in the file and choose it again, or save them for later.</source>
        <translation>{brought} Baris di atas dilewati: perbaiki di berkasnya lalu pilih berkas itu lagi, atau simpan untuk nanti.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Rows not brought in</source>
        <translation>Baris yang belum dimasukkan</translation>
    </message>
    <message>
        <source>The rows are saved in {file}.</source>
        <translation>Baris itu disimpan di {file}.</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>{number} is saved.</source>
        <translation>{number} disimpan.</translation>
    </message>
    <message>
        <source>You were writing a request for “{title}” and did not save it.</source>
        <translation>Anda sedang menulis permintaan untuk “{title}” dan belum menyimpannya.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Lanjutkan menulis</translation>
    </message>
    <message>
        <source>Citations, messages and mails (*.mrc *.marc *.xml *.ris *.nbib *.bib *.eml *.txt)</source>
        <translation>Sitasi, pesan, dan surel (*.mrc *.marc *.xml *.ris *.nbib *.bib *.eml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Open citations, messages or mails</source>
        <translation>Buka sitasi, pesan, atau surel</translation>
    </message>
    <message>
        <source>{file} is a message from {partner}. It is read as if it came from them.</source>
        <translation>{file} adalah pesan dari {partner}. Berkas ini dibaca seolah-olah datang dari mereka.</translation>
    </message>
    <message>
        <source>Read message</source>
        <translation>Baca pesan</translation>
    </message>
    <message>
        <source>The message from {partner} was read.</source>
        <translation>Pesan dari {partner} sudah dibaca.</translation>
    </message>
    <message>
        <source>The message from {partner} waits under “Needs attention”.</source>
        <translation>Pesan dari {partner} menunggu di “Perlu perhatian”.</translation>
    </message>
    <message>
        <source>The message from {partner} was known already: nothing changed.</source>
        <translation>Pesan dari {partner} sudah pernah dibaca: tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Show {number}</source>
        <translation>Tampilkan {number}</translation>
    </message>
    <message>
        <source>Drafts made: {n}.</source>
        <translation>Konsep dibuat: {n}.</translation>
    </message>
    <message>
        <source>Messages in the mail: {read}, to be looked at: {attention}.</source>
        <translation>Pesan dalam surel: {read}, perlu dilihat: {attention}.</translation>
    </message>
    <message>
        <source>You were writing in the form “{form}” and did not save it.</source>
        <translation>Anda sedang menulis di formulir “{form}” dan belum menyimpannya.</translation>
    </message>
    <message>
        <source>Open form</source>
        <translation>Buka formulir</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} disimpan.</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Condition: {condition}</source>
        <translation>Syarat: {condition}</translation>
    </message>
    <message>
        <source>Cost: {cost}</source>
        <translation>Biaya: {cost}</translation>
    </message>
    <message>
        <source>No condition or cost is on record. Read what they wrote first.</source>
        <translation>Tidak ada syarat dan biaya yang tercatat. Baca dahulu tulisan mereka.</translation>
    </message>
    <message>
        <source>{cost}, in another currency than the highest cost, {most}</source>
        <translation>{cost}, dalam mata uang lain daripada biaya tertinggi, {most}</translation>
    </message>
    <message>
        <source>{cost}, above the highest cost, {most}</source>
        <translation>{cost}, di atas biaya tertinggi, {most}</translation>
    </message>
</context>
<context>
    <name>Timer</name>
    <message>
        <source>No answer yet</source>
        <translation>Belum ada jawaban</translation>
    </message>
    <message>
        <source>Needed soon</source>
        <translation>Segera diperlukan</translation>
    </message>
    <message>
        <source>Conditions wait</source>
        <translation>Syarat menunggu keputusan</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>Belum tiba</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Belum diambil</translation>
    </message>
    <message>
        <source>Return not confirmed</source>
        <translation>Pengembalian belum dikonfirmasi</translation>
    </message>
    <message>
        <source>Can be tried again now</source>
        <translation>Sekarang dapat diajukan ulang</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Segera jatuh tempo</translation>
    </message>
    <message>
        <source>Due date passed</source>
        <translation>Lewat jatuh tempo</translation>
    </message>
</context>
<context>
    <name>ToTellBar</name>
    <message>
        <source>Tell {partner} by telephone or letter: {what}.</source>
        <translation>Sampaikan ke {partner} lewat telepon atau surat: {what}.</translation>
    </message>
</context>
<context>
    <name>Turn</name>
    <message>
        <source>Our turn</source>
        <translation>Giliran kita</translation>
    </message>
    <message>
        <source>Their turn</source>
        <translation>Giliran mereka</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Perlu dilihat</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Another program is exchanging messages at this desk. What you asked for follows as soon as it lets go.</source>
        <translation>Program lain sedang bertukar pesan di meja layanan ini. Yang Anda minta menyusul begitu program itu selesai.</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Once it has left, Undo asks them to cancel.</source>
        <translation>Setelah terkirim, Urungkan meminta mereka membatalkan.</translation>
    </message>
    <message>
        <source>Once it has left, Undo tells them so in a note.</source>
        <translation>Setelah terkirim, Urungkan memberi tahu mereka melalui catatan.</translation>
    </message>
    <message>
        <source>Once it has left, Undo tells them the old status.</source>
        <translation>Setelah terkirim, Urungkan memberi tahu mereka status sebelumnya.</translation>
    </message>
    <message>
        <source>Once it has left, Undo tells them the opposite.</source>
        <translation>Setelah terkirim, Urungkan memberi tahu mereka kebalikannya.</translation>
    </message>
    <message>
        <source>Once it has left, a cancellation cannot be undone.</source>
        <translation>Setelah terkirim, pembatalan tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Once it has left, an answer cannot be undone.</source>
        <translation>Setelah terkirim, jawaban tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Once it has left, a copy cannot be called back.</source>
        <translation>Setelah terkirim, salinan tidak dapat ditarik kembali.</translation>
    </message>
    <message>
        <source>Once it has left, a message cannot be called back.</source>
        <translation>Setelah terkirim, pesan tidak dapat ditarik kembali.</translation>
    </message>
    <message>
        <source>Undo cannot take this back: the message stays with this request.</source>
        <translation>Urungkan tidak dapat membatalkan ini: pesan tetap pada permintaan ini.</translation>
    </message>
    <message>
        <source>Was it about another one? Record there by hand what it says, and set this one right with “{act}”.</source>
        <translation>Ternyata tentang permintaan lain? Catat isinya di sana secara manual, lalu perbaiki yang ini dengan “{act}”.</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>Via</name>
    <message>
        <source>Article Exchange</source>
        <translation>Article Exchange</translation>
    </message>
    <message>
        <source>Ariel</source>
        <translation>Ariel</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Surel</translation>
    </message>
    <message>
        <source>FTP</source>
        <translation>FTP</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Pos</translation>
    </message>
    <message>
        <source>Odyssey</source>
        <translation>Odyssey</translation>
    </message>
    <message>
        <source>Link on the web</source>
        <translation>Tautan di web</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Kurir</translation>
    </message>
</context>
<context>
    <name>ViewOnlyBar</name>
    <message>
        <source>This desk can only be looked at: its folder is read-only. Nothing can be saved, and messages are neither read nor sent.</source>
        <translation>Meja layanan ini hanya dapat dilihat: foldernya hanya dapat dibaca. Tidak ada yang dapat disimpan, dan pesan tidak dibaca maupun dikirim.</translation>
    </message>
</context>
<context>
    <name>Volume</name>
    <message>
        <source>wanted</source>
        <translation>diminta</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>here</source>
        <translation>di sini</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>dikirim kembali</translation>
    </message>
    <message>
        <source>back</source>
        <translation>sudah kembali</translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Monday</source>
        <translation>Senin</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Selasa</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Rabu</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Kamis</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Jumat</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sabtu</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Minggu</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>no answer for {working}</source>
        <translation>belum ada jawaban selama {working}</translation>
    </message>
    <message>
        <source>we have not answered for {working}</source>
        <translation>belum kita jawab selama {working}</translation>
    </message>
    <message>
        <source>needed by {needed}, and not here yet</source>
        <translation>diperlukan sebelum {needed}, belum di sini</translation>
    </message>
    <message>
        <source>they need it by {needed}</source>
        <translation>mereka memerlukannya sebelum {needed}</translation>
    </message>
    <message>
        <source>conditions not decided for {working}</source>
        <translation>syarat belum diputuskan selama {working}</translation>
    </message>
    <message>
        <source>no answer to our conditions for {working}</source>
        <translation>syarat kita belum dijawab selama {working}</translation>
    </message>
    <message>
        <source>sent {days} ago, not arrived</source>
        <translation>dikirim {days} lalu, belum tiba</translation>
    </message>
    <message>
        <source>here for {days}, not collected</source>
        <translation>sudah {days} di sini, belum diambil</translation>
    </message>
    <message>
        <source>sent back {days} ago, not confirmed</source>
        <translation>dikirim kembali {days} lalu, belum dikonfirmasi</translation>
    </message>
    <message>
        <source>on its way back for {days}</source>
        <translation>dalam perjalanan kembali selama {days}</translation>
    </message>
    <message>
        <source>can be tried again since {retry}</source>
        <translation>dapat diajukan ulang sejak {retry}</translation>
    </message>
    <message>
        <source>due {due}, {when}</source>
        <translation>jatuh tempo {due}, {when}</translation>
    </message>
    <message>
        <source>{partner} was given up and is sending after all</source>
        <translation>{partner} tidak kita tunggu lagi, tetapi ternyata mengirim</translation>
    </message>
    <message>
        <source>their system does not know what it asks</source>
        <translation>sistem mereka tidak mengenal yang dimintanya</translation>
    </message>
    <message>
        <source>their system does not know this kind of message</source>
        <translation>sistem mereka tidak mengenal jenis pesan ini</translation>
    </message>
    <message>
        <source>their system does not know a part of it</source>
        <translation>sistem mereka tidak mengenal salah satu bagiannya</translation>
    </message>
    <message>
        <source>their system does not know a value in it</source>
        <translation>sistem mereka tidak mengenal salah satu nilainya</translation>
    </message>
    <message>
        <source>their system could not read it</source>
        <translation>sistem mereka tidak dapat membacanya</translation>
    </message>
    <message>
        <source>our message was refused: {why}</source>
        <translation>pesan kita ditolak: {why}</translation>
    </message>
    <message>
        <source>Request number</source>
        <translation>Nomor permintaan</translation>
    </message>
    <message>
        <source>Earlier request number</source>
        <translation>Nomor permintaan sebelumnya</translation>
    </message>
    <message>
        <source>{n} working day</source>
        <translation>{n} hari kerja</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} hari kerja</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} hari</translation>
    </message>
    <message>
        <source>new, and nobody has looked at it yet</source>
        <translation>baru, dan belum dilihat siapa pun</translation>
    </message>
    <message>
        <source>they did not say why</source>
        <translation>mereka tidak menyebut alasannya</translation>
    </message>
    <message>
        <source>it is with them, and our sending was not recorded</source>
        <translation>sudah mereka terima, tetapi pengirimannya belum dicatat</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>not allowed</source>
        <translation>tidak diizinkan</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>hanya dapat dibaca</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>galat diska</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>diska penuh</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>tidak dapat dibuka</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>foldernya tidak ada</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>itu adalah folder</translation>
    </message>
    <message>
        <source>a file is in its place</source>
        <translation>ada berkas di tempatnya</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>namanya terlalu panjang</translation>
    </message>
    <message>
        <source>What you wrote in the form is not saved.</source>
        <translation>Isian formulir ini belum disimpan.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Lanjutkan menulis</translation>
    </message>
    <message>
        <source>a part of its name is not a folder</source>
        <translation>sebagian namanya bukan folder</translation>
    </message>
</context>
<context>
    <name>_Amount</name>
    <message>
        <source>Write it as {amount}.</source>
        <translation>Tulis seperti {amount}.</translation>
    </message>
</context>
</TS>
