//! Bahasa Indonesia: yang dibawa pulang.

use super::take::Words;
use super::words::say;

say! { Words:
    cite: "Kutip",
    cite_statement: "Kutip pernyataan",
    cite_article: "Kutip artikel",
    link: "Tautan",
    copy_link: "Salin tautan",
    copy: "Salin {1}",
    copied: "{1} tersalin.",
    copy_refused: "Peramban ini tidak mengizinkan penyalinan. Teksnya sudah dipilih: tekan Ctrl+C, atau tekan lama lalu Salin.",
    download: "Unduh {1}",
    downloaded: "{1} diunduh.",
    download_refused: "Peramban ini tidak dapat menyimpan berkas.",
    forms: ["APA", "Chicago", "BibTeX", "RIS", "CSL-JSON"],
    names_why: "Nama ditulis seperti tercetak dan tidak dibalik, karena kebanyakan nama Indonesia tidak memuat nama keluarga.",
    card: "Kartu kutipan",
    card_shows: "Kartu kutipan: {1}",
    keep: "Simpan ke kliping",
    drop: "Keluarkan dari kliping",
    kept: "Tersimpan di kliping.",
    dropped: "Dikeluarkan dari kliping.",
    keep_refused: "Kliping tidak tersimpan: penyimpanan peramban ini penuh atau dimatikan.",
    keep_full: "Kliping penuh: paling banyak {1.} butir. Keluarkan beberapa lebih dahulu.",

    list: "Simpan atau unduh",
    list_articles: "{1.} artikel, semua halaman.",
    list_statements: "{1.} pernyataan, semua halaman.",
    list_inside: "Di dalam berkas tertulis pula pertanyaan, saringan, arsip dan stempelnya, lisensi, alamat daftar ini, dan jumlah baris.",
    list_limit: "Daftar ini memuat {1.} baris; berkas memuat {2.} baris pertama. Persempit daftar untuk mendapat semuanya.",
    list_parts: "Arsip ini diambil sebagian-sebagian, jadi daftar yang panjang memerlukan waktu.",
    list_empty: "Daftar ini kosong.",
    tables: ["CSV", "JSON", "NDJSON"],
    gathering: "Mengumpulkan: {1.} dari {2.} baris…",
    stop: "Hentikan",
    stopped: "Dihentikan; tidak ada yang diunduh.",

    clippings: "Kliping",
    searches: "Pencarian tersimpan",
    clippings_about: "Pernyataan dan artikel yang Anda simpan, hanya di perangkat ini; tidak ada yang dikirim.",
    clippings_empty: "Belum ada kliping. Tekan Kutip pada pernyataan atau artikel, lalu Simpan ke kliping.",
    clippings_count: "{1.} butir",
    clippings_gone: "{1.} butir tidak ada lagi dalam arsip ini dan tidak ikut diunduh.",
    clear: "Kosongkan kliping",
    remove: "Keluarkan dari kliping: {1}",

    printed_from: "Dicetak dari",

    undated: "t.t.",
    and: "dan",
    others: "dkk.",
    quoted_in: "dikutip dalam",
    reported_in: "diberitakan dalam",
    nobody: "pembicara tidak diketahui",
}
