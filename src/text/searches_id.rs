//! Bahasa Indonesia: pencarian tersimpan.

use super::searches::Words;
use super::words::say;

say! { Words:
    title: "Ikuti pencarian ini",
    save: "Simpan pencarian ini",
    why: "Pada kunjungan berikutnya terlihat apa yang baru. Tersimpan hanya di perangkat ini; tidak ada yang dikirim.",
    drop: "Hapus dari pencarian tersimpan",
    saved: "Pencarian ini tersimpan.",
    dropped: "Pencarian dihapus.",
    refused: "Pencarian tidak tersimpan: penyimpanan peramban ini penuh atau dimatikan.",
    full: "Paling banyak {1.} pencarian tersimpan. Hapus beberapa lebih dahulu.",
    long: "Alamat pencarian ini terlalu panjang untuk disimpan.",

    about: "Pencarian yang Anda simpan, hanya di perangkat ini; tidak ada yang dikirim. Baru berarti bertanggal sesudah \
            hari terakhir yang dimuat arsip saat pencarian itu terakhir Anda buka dari sini.",
    empty: "Belum ada pencarian tersimpan. Di sebuah daftar tekan Simpan atau unduh, lalu Simpan pencarian ini.",
    count: "{1.} pencarian",
    clear: "Hapus semua pencarian tersimpan",
    remove: "Hapus dari pencarian tersimpan: {1}",

    all_articles: "Artikel",
    all_statements: "Pernyataan",
    articles: "{1.} artikel",
    statements: "{1.} pernyataan",
    now: "Sekarang {1}.",
    same: "Arsip belum berubah sejak terakhir Anda lihat: {1}.",
    nothing: "Arsip sudah diperbarui, tetapi tidak ada yang baru di sini: {1}.",
    looking: "Memeriksa yang baru…",
    fresh: "{1.} baru",
    after: "sesudah {1}",
    more: "{1.} bertambah di antara yang lebih lama atau tanpa tanggal.",
    fewer: "{1.} berkurang di antara yang lebih lama atau tanpa tanggal.",
}
