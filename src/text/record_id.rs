//! Bahasa Indonesia: tokoh, lembaga, topik dan kutipan.

use jejak_archive::model::Standing;

use super::record::Words;
use super::words::say;

say! { Words:
    also: "Juga ditulis {1}",
    called: "Sebutan dan gelar yang tercetak: {1}",
    named_in: "disebut dalam {1.} artikel",
    statements_in: "Tidak ada pernyataan¦{1.} pernyataan dalam {2.} artikel",
    missing: "Arsip ini tidak mengenal {1} “{2}”. Mungkin alamatnya berubah atau terpotong.",
    missing_what: ["tokoh", "lembaga", "topik"],
    private: "{1} disebut dalam {2.} artikel, tetapi tidak berbicara dan tidak tercatat memegang jabatan di \
              dalamnya. Karena itu tidak ada halaman tersendiri.",
    private_articles: "Artikel yang menyebut {1}",

    roles: "Jabatan",
    roles_hint: "Seperti tercetak dalam artikel. Harinya adalah hari artikel pertama dan terakhir yang memuatnya, \
                 bukan awal dan akhir masa jabatan.",
    standing: [Standing; Definitive: "definitif", Acting: "Pj", Interim: "Pjs", TaskHolder: "Plt", DayToDay: "Plh"],
    standing_means: [Standing;
        Definitive: "memegang jabatan itu sendiri; artikel menulisnya tanpa Pj, Pjs, Plt atau Plh",
        Acting: "Penjabat: mengisi jabatan yang lowong sampai ada pejabat definitif",
        Interim: "Penjabat Sementara: mengisi jabatan selama pemegangnya cuti atau berhalangan sementara",
        TaskHolder: "Pelaksana Tugas: menjalankan tugas jabatan yang lowong di samping jabatannya sendiri",
        DayToDay: "Pelaksana Harian: menjalankan tugas sehari-hari selagi pemegang jabatan berhalangan",
    ],
    standings: "Arti kedudukan",
    role_days: "{1} – {2}",
    role_day: "hanya pada {1}",
    role_undated: "tanpa tanggal",
    role_articles: "{1.} artikel memuatnya",
    differ: "Keterangan berbeda tentang {1}: {2} ({3}), sedangkan {4} ({5}). Keduanya ditampilkan seperti tercetak; \
             arsip ini tidak menentukan mana yang benar.",
    change: "Kedudukan yang tercetak sebagai {1} tidak sama dari waktu ke waktu: {2} ({3}), kemudian {4} ({5}). Itu \
             dapat berarti pengangkatan, dapat juga hanya cara menulis yang berbeda.",
    holders: "Pemegang jabatan",
    related: "Yang disebut artikel yang sama",
    holders_hint: "Seperti tercetak dalam artikel; harinya hari artikel pertama dan terakhir.",

    over_time: "Pernyataan menurut waktu",
    over_time_bar: "{1}: {2.} pernyataan",
    as_table: "Sebagai tabel",
    column_time: "Waktu",
    column_statements: "Pernyataan",
    column_articles: "Artikel dalam arsip",
    undated: "{1.} pernyataan dalam artikel tanpa tanggal",

    statements: "Pernyataan, terbaru dahulu",
    statements_of_topic: "Pernyataan dalam artikel tentang topik ini",
    no_statements: "Arsip ini tidak memuat pernyataannya.",
    filter_statements: "Saring dan kelompokkan pernyataan ini",
    search_within: "Cari di antara pernyataan ini",
    clear_within: "Semua pernyataan di halaman ini",
    context: "Lihat dalam konteks",
    in_article: "dalam artikel",
    cue: "Kata penanda: “{1}”.",
    printed_role: "ditulis sebagai",
    in_force: "menurut artikel lain saat itu {1} ({2})",

    with: "Disebut bersama",
    with_hint: "Banyaknya artikel yang menyebut keduanya.",
    more: "{1} lagi",
    articles_in: "{1}, {2.} artikel",
    statements_by: "{1}, {2.} pernyataan",
    explore_all: "Jelajahi {1.} artikel",

    quotes: "Kutipan",
    quotes_about: "Semua pernyataan dalam arsip: yang dikutip kata demi kata, dan yang disampaikan dengan kata-kata \
                   wartawan.",
    kind: "Ragam",
    kind_all: "Semua",
    confidence: "Kepastian (0–100)",
    confidence_least: "{1} ke atas",
    confidence_below: "di bawah {1}",
    group: "Kelompokkan menurut",
    group_none: "Tanpa kelompok",
    group_speaker: "Pembicara",
    group_topic: "Topik",
    group_month: "Bulan",
    order: "Urutan",
    filters: "Saringan, kelompok, dan urutan",
    group_all: "Lihat semua {1.} pernyataan",
    group_part: "{1.} dari {2.} pernyataan",
    role_only: "Jabatan saja, atau tanpa halaman sendiri",
    unknown: "Pembicara tidak diketahui",
    no_topic: "Tanpa topik",
    empty: "Tidak ada pernyataan yang cocok",
    empty_next: "Longgarkan saringannya, atau mulai lagi dari semua pernyataan.",
    without: "Tanpa {1}: {2.} pernyataan",
    any_kind: "pilihan ragam",
    any_confidence: "batas kepastian",
    clear: "Semua pernyataan",
}
