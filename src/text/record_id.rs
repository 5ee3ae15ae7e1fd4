//! Bahasa Indonesia: tokoh, lembaga, topik dan kutipan.

use jejak_archive::model::Standing;
use jejak_archive::query::FacetKind;

use super::grouped;
use super::id::CALENDAR;
use super::record::Words;

pub(super) static WORDS: Words = Words {
    also: |names| format!("Juga ditulis {}", names.join(", ")),
    called: |names| format!("Sebutan dan gelar yang tercetak: {}", names.join(", ")),
    named_in: |n| format!("disebut dalam {} artikel", grouped(n, '.')),
    statements_in: |n, articles| match n {
        0 => "Tidak ada pernyataan".to_owned(),
        n => format!("{} pernyataan dalam {} artikel", grouped(n, '.'), grouped(articles, '.')),
    },
    missing: |facet, slug| {
        let what = match facet {
            FacetKind::Organisation => "lembaga",
            FacetKind::Topic => "topik",
            _ => "tokoh",
        };
        format!("Arsip ini tidak mengenal {what} “{slug}”. Mungkin alamatnya berubah atau terpotong.")
    },
    private: |name, n| {
        format!(
            "{name} disebut dalam {} artikel, tetapi tidak berbicara dan tidak tercatat memegang jabatan di dalamnya. \
             Karena itu tidak ada halaman tersendiri.",
            grouped(n, '.')
        )
    },
    private_articles: |name| format!("Artikel yang menyebut {name}"),

    roles: "Jabatan",
    roles_hint: "Seperti tercetak dalam artikel. Harinya adalah hari artikel pertama dan terakhir yang memuatnya, \
                 bukan awal dan akhir masa jabatan.",
    standing: |standing| match standing {
        Standing::Definitive => "definitif",
        Standing::Acting => "Pj",
        Standing::Interim => "Pjs",
        Standing::TaskHolder => "Plt",
        Standing::DayToDay => "Plh",
    },
    standing_means: |standing| match standing {
        Standing::Definitive => "memegang jabatan itu sendiri; artikel menulisnya tanpa Pj, Pjs, Plt atau Plh",
        Standing::Acting => "Penjabat: mengisi jabatan yang lowong sampai ada pejabat definitif",
        Standing::Interim => "Penjabat Sementara: mengisi jabatan selama pemegangnya cuti atau berhalangan sementara",
        Standing::TaskHolder => "Pelaksana Tugas: menjalankan tugas jabatan yang lowong di samping jabatannya sendiri",
        Standing::DayToDay => "Pelaksana Harian: menjalankan tugas sehari-hari selagi pemegang jabatan berhalangan",
    },
    standings: "Arti kedudukan",
    role_days: |from, to| match from == to {
        true => format!("hanya pada {}", CALENDAR.short(from)),
        false => format!("{} – {}", CALENDAR.short(from), CALENDAR.short(to)),
    },
    role_undated: "tanpa tanggal",
    role_articles: |n| format!("{} artikel memuatnya", grouped(n, '.')),
    differ: |office, a, b| {
        format!(
            "Keterangan berbeda tentang {office}: {} ({}), sedangkan {} ({}). Keduanya ditampilkan seperti tercetak; \
             arsip ini tidak menentukan mana yang benar.",
            a.standing, a.days, b.standing, b.days
        )
    },
    change: |office, a, b| {
        format!(
            "Kedudukan yang tercetak sebagai {office} tidak sama dari waktu ke waktu: {} ({}), kemudian {} ({}). Itu \
             dapat berarti pengangkatan, dapat juga hanya cara menulis yang berbeda.",
            a.standing, a.days, b.standing, b.days
        )
    },
    holders: "Pemegang jabatan",
    related: "Yang disebut artikel yang sama",
    holders_hint: "Seperti tercetak dalam artikel; harinya hari artikel pertama dan terakhir.",

    over_time: "Pernyataan menurut waktu",
    over_time_bar: |span, n| format!("{span}: {} pernyataan", grouped(n, '.')),
    as_table: "Sebagai tabel",
    column_time: "Waktu",
    column_statements: "Pernyataan",
    column_articles: "Artikel dalam arsip",
    undated: |n| format!("{} pernyataan dalam artikel tanpa tanggal", grouped(n, '.')),

    statements: "Pernyataan, terbaru dahulu",
    statements_of_topic: "Pernyataan dalam artikel tentang topik ini",
    no_statements: "Arsip ini tidak memuat pernyataannya.",
    filter_statements: "Saring dan kelompokkan pernyataan ini",
    search_within: "Cari di antara pernyataan ini",
    clear_within: "Semua pernyataan di halaman ini",
    context: "Lihat dalam konteks",
    in_article: "dalam artikel",
    cue: |cue| format!("Kata penanda: “{cue}”."),
    printed_role: "ditulis sebagai",
    in_force: |role, days| format!("menurut artikel lain saat itu {role} ({days})"),

    with: "Disebut bersama",
    with_hint: "Banyaknya artikel yang menyebut keduanya.",
    more: |n| format!("{n} lagi"),
    articles_in: |label, n| format!("{label}, {} artikel", grouped(n, '.')),
    statements_by: |label, n| format!("{label}, {} pernyataan", grouped(n, '.')),
    explore_all: |n| format!("Jelajahi {} artikel", grouped(n, '.')),

    quotes: "Kutipan",
    quotes_about: "Semua pernyataan dalam arsip: yang dikutip kata demi kata, dan yang disampaikan dengan kata-kata \
                   wartawan.",
    kind: "Ragam",
    kind_all: "Semua",
    confidence: "Kepastian (0–100)",
    confidence_least: |n| format!("{n} ke atas"),
    confidence_below: |n| format!("di bawah {n}"),
    group: "Kelompokkan menurut",
    group_none: "Tanpa kelompok",
    group_speaker: "Pembicara",
    group_topic: "Topik",
    group_month: "Bulan",
    order: "Urutan",
    filters: "Saringan, kelompok, dan urutan",
    group_all: |n| format!("Lihat semua {} pernyataan", grouped(n, '.')),
    group_part: |shown, n| format!("{} dari {} pernyataan", grouped(shown, '.'), grouped(n, '.')),
    role_only: "Hanya jabatan yang tertulis",
    unknown: "Pembicara tidak diketahui",
    no_topic: "Tanpa topik",
    empty: "Tidak ada pernyataan yang cocok",
    empty_next: "Longgarkan saringannya, atau mulai lagi dari semua pernyataan.",
    clear: "Semua pernyataan",
};
