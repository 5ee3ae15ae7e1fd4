//! Bahasa Indonesia.

use jejak_archive::model::{EventKind, How, QuoteKind, RemovedKind};
use jejak_archive::query::{FacetKind, Order};

use super::dates::Calendar;
use super::{Text, grouped};
use crate::state::settings::{Language, Theme};

pub(super) const CALENDAR: Calendar = Calendar {
    months: [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    short: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    weekdays: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
};

pub(super) static TEXT: Text = Text {
    language: Language::Id,
    skip_link: "Langsung ke isi",
    product: "Jejak",
    home: "Beranda",
    tagline: "Siapa berkata apa, dan kapan",
    settings: "Tampilan",
    close: "Tutup",
    theme: "Tema",
    languages: "Bahasa · Language",
    language_name: "Bahasa Indonesia",
    theme_name: |theme| match theme {
        Theme::Auto => "Ikuti perangkat",
        Theme::Light => "Terang",
        Theme::Dark => "Gelap",
    },
    keys: "Pintasan papan ketik",
    keys_on: "Pakai pintasan satu tombol",
    help_title: "Pintasan papan ketik",
    help: &[
        ("/", "Ke kotak pencarian"),
        ("j", "Hasil atau kutipan berikutnya"),
        ("k", "Hasil atau kutipan sebelumnya"),
        ("Enter", "Buka yang dipilih"),
        ("u", "Kembali ke penjelajahan"),
        ("?", "Buka daftar ini"),
        ("Esc", "Tutup"),
    ],
    footer_private: "Pencarian berlangsung di peramban Anda; yang Anda ketik tidak dikirim ke mana pun.",
    footer_stamp: |stamp| format!("Edisi arsip {stamp}"),
    footer_licence: |licence| format!("Lisensi teks: {licence}"),
    about: "Tentang arsip ini",
    contact: "Hubungi pengelola arsip",

    explore_title: "Jelajahi arsip",
    search_label: "Cari dalam arsip",
    search_hint: "Kata, nama, atau \"frasa persis\"",
    count: |n| match n {
        0 => "Tidak ada artikel".to_owned(),
        n => format!("{} artikel", grouped(n, '.')),
    },
    count_page: |first, last, total| {
        format!("{}–{} dari {} artikel", grouped(first, '.'), grouped(last, '.'), grouped(total, '.'))
    },
    searching_for: |words| format!("untuk “{words}”"),
    dropped: |words| format!("Tidak ada artikel yang memuat semua kata; diabaikan: {}.", words.join(", ")),
    unread: |parts| format!("Bagian alamat ini tidak dapat dibaca dan diabaikan: {}.", parts.join(", ")),
    spelled: |typed, meant| format!("Tidak ada artikel yang memuat “{typed}”. Ini hasil untuk “{meant}”."),
    spelled_too: |typed, meant| {
        format!("Hampir tidak ada artikel yang memuat “{typed}”. Termasuk juga hasil untuk “{meant}”.")
    },
    same: |typed, also| format!("“{typed}” dicari bersama “{}”.", also.join("”, “")),
    suggestions: "Tokoh, lembaga, dan topik yang bernama demikian",
    suggested: |facet, n| format!("{}, {} artikel", (TEXT.facet)(facet), grouped(n, '.')),
    person_card: "Tokoh yang bernama demikian",
    person_facts: |said, n| format!("{} pernyataan, disebut dalam {} artikel", grouped(said, '.'), grouped(n, '.')),
    spelled_back: |typed| format!("Cari persis “{typed}”"),
    asking: "Cara bertanya",
    asking_examples: &[
        ("pasar harga", "artikel yang memuat semua kata ini"),
        ("\"pasar murah\"", "kata-kata yang berurutan, persis begini"),
        ("pasar atau toko", "salah satu dari keduanya"),
        ("pasar -harga", "tanpa kata di belakang tanda kurang"),
        ("didik*", "semua kata yang berawal begini"),
        ("kutipan:warga", "hanya di dalam pernyataan"),
        ("sekda", "juga kepanjangannya, sekretaris daerah; di antara tanda kutip hanya bentuk itu"),
    ],
    asking_person: "artikel yang menyebut tokoh ini; begitu pula lembaga:, topik:, tempat:, jenis:, sumber:",
    asking_since: "sejak tahun, bulan (2025-03) atau hari (2025-03-09); begitu pula sampai:",
    filters: "Saringan dan waktu",
    filters_active: |n| format!("{n} aktif"),
    show: |n| match n {
        0 => "Tutup saringan".to_owned(),
        n => format!("Lihat {} artikel", grouped(n, '.')),
    },
    facet: |facet| match facet {
        FacetKind::Person => "Tokoh",
        FacetKind::Organisation => "Lembaga",
        FacetKind::Topic => "Topik",
        FacetKind::Event => "Jenis acara",
        FacetKind::Place => "Tempat",
        FacetKind::Source => "Sumber",
    },
    event: |event| match event {
        EventKind::Apel => "Apel",
        EventKind::Rapat => "Rapat",
        EventKind::Sidang => "Sidang",
        EventKind::Musrenbang => "Musrenbang",
        EventKind::Kunjungan => "Kunjungan",
        EventKind::Pelantikan => "Pelantikan",
        EventKind::Penyerahan => "Penyerahan",
        EventKind::Sosialisasi => "Sosialisasi",
        EventKind::Lainnya => "Acara lain",
    },
    include: |label, n| format!("{label}, {} artikel", grouped(n, '.')),
    exclude: |label| format!("Kecualikan {label}"),
    show_more: |n| format!("Tampilkan {n} lagi"),
    show_fewer: "Tampilkan lebih sedikit",
    chips: "Saringan aktif",
    chip: |facet, label, exclude| {
        let facet = (TEXT.facet)(facet);
        if exclude { format!("{facet}: bukan {label}") } else { format!("{facet}: {label}") }
    },
    chip_from: |date| format!("Sejak {}", CALENDAR.short(date)),
    chip_to: |date| format!("Sampai {}", CALENDAR.short(date)),
    remove_filter: |label| format!("Lepas saringan {label}"),
    clear_all: "Lepas semua",
    order: "Urutkan",
    order_name: |order| match order {
        Order::Relevance => "Paling sesuai",
        Order::Newest => "Terbaru",
        Order::Oldest => "Terlama",
    },
    hits: "Hasil",
    derived_short: "judul disusun dari alinea pertama",
    undated: "Tanpa tanggal",
    pages: "Halaman hasil",
    page_previous: "Sebelumnya",
    page_next: "Berikutnya",
    page_of: |page, of| format!("Halaman {} dari {}", grouped(page, '.'), grouped(of, '.')),

    timeline: "Sebaran waktu",
    timeline_keys: "Panah kiri dan kanan berpindah batang, Enter memilih rentang.",
    timeline_bar: |span, n, of| format!("{span}: {} dari {} artikel", grouped(n, '.'), grouped(of, '.')),
    timeline_gap: |span| format!("{span}: arsip tidak memuat artikel"),
    timeline_legend_gap: "arsip kosong",
    timeline_legend_all: "seluruh arsip",
    timeline_undated: |n| format!("{} artikel tanpa tanggal", grouped(n, '.')),
    brush_start: "Awal rentang",
    brush_end: "Akhir rentang",
    from: "Sejak",
    to: "Sampai",
    all_dates: "Semua waktu",

    empty_title: "Tidak ada artikel yang cocok",
    empty_archive: "Arsip ini belum memuat artikel.",
    empty_loosen: "Longgarkan salah satu:",
    empty_without: |what, n| format!("Tanpa {what}: {} artikel", grouped(n, '.')),
    empty_words: "kata pencarian",
    empty_dates: "batas waktu",
    empty_nothing_helps: "Melepas satu saringan saja tidak cukup. Periksa ejaan, atau lepaskan semuanya.",

    derived: "Naskah ini tidak berjudul. Judul di atas disusun dari alinea pertamanya.",
    corrected: |what| {
        let words = what.iter().map(|kind| kind.as_str()).collect::<Vec<_>>();
        format!("Dikoreksi oleh pengelola arsip: {}.", words.join(", "))
    },
    published_on: |date| format!("Terbit {}", CALENDAR.long(date)),
    date_long: |date| CALENDAR.long(date),
    date_short: |date| CALENDAR.short(date),
    month: |date| CALENDAR.month(date),
    weekday_differs: |printed, date| {
        format!("Hari dan tanggalnya tidak cocok: tercetak “{printed}”, padahal {}.", CALENDAR.long(date))
    },
    by: |names| format!("Penulis: {}", names.join(", ")),
    read_source: |name| format!("Baca di {name}"),
    also_at: |name| format!("Juga di {name}"),
    source_unnamed: "situs asal",
    caption: "Keterangan gambar",
    speakers: "Yang berbicara",
    speakers_hint: "Pilih satu untuk menonjolkan ucapannya.",
    speaker_unknown: "Pembicara tidak diketahui",
    quotes: |n| match n {
        0 => "Tanpa pernyataan".to_owned(),
        n => format!("{} pernyataan", grouped(n, '.')),
    },
    quote_kind: |kind| match kind {
        QuoteKind::Direct => "Kutipan langsung",
        QuoteKind::Reported => "Ucapan tidak langsung",
    },
    how: |how| match how {
        How::Name => "Nama lengkapnya tertulis di dekat kutipan.",
        How::Office => "Hanya jabatannya yang tertulis di dekat kutipan.",
        How::PartOfName => "Sebagian namanya tertulis di dekat kutipan.",
        How::Pronoun => "Ditunjuk dengan kata ganti.",
        How::Nya => "Ditunjuk dengan -nya; pembicaranya dari kalimat sebelumnya.",
        How::Organisation => "Lembaga itu sendiri yang berbicara.",
        How::Correction => "Dibetulkan oleh redaksi arsip.",
    },
    how_none: "Tidak ada nama atau jabatan yang dapat dipastikan.",
    confidence: |n| {
        let word = match n {
            95.. => "sangat yakin",
            80..=94 => "yakin",
            60..=79 => "cukup yakin",
            _ => "kurang yakin",
        };
        format!("{word} ({n} dari 100)")
    },
    quote_link: |speaker| format!("Tautan ke pernyataan {speaker}"),
    quote_details: "Rincian pernyataan",
    quote_hint: "Arahkan penunjuk atau fokus ke sebuah pernyataan untuk melihat siapa pembicaranya dan seberapa pasti.",
    more_of: |name| format!("Semua artikel tentang {name}"),
    removed: |n| format!("{} bagian dipisahkan dari naskah", grouped(n, '.')),
    removed_why: "Bagian naskah asal yang bukan isi berita. Tidak ada yang dihapus diam-diam.",
    removed_kind: |kind| match kind {
        RemovedKind::RelatedLink => "Tautan ke berita lain",
        RemovedKind::Advertisement => "Iklan",
        RemovedKind::Scroll => "Penanda gulir",
        RemovedKind::Share => "Tombol bagikan atau tag",
        RemovedKind::Caption => "Keterangan gambar",
        RemovedKind::Dateline => "Tempat dan media",
        RemovedKind::Byline => "Penulis",
        RemovedKind::PageLink => "Tautan halaman",
        RemovedKind::Script => "Sisa kode",
        RemovedKind::RepeatedTitle => "Judul yang terulang",
    },
    neighbours: "Sebelum dan sesudahnya",
    earlier: "Sebelumnya",
    later: "Sesudahnya",
    no_quotes: "Tidak ditemukan pernyataan dalam naskah ini.",

    record: &super::record_id::WORDS,
    time: &super::time_id::WORDS,

    missing_title: "Halaman tidak ditemukan",
    missing_path: |path| format!("Tidak ada halaman di alamat “{path}”."),
    missing_article: |id| {
        format!("Arsip ini tidak memuat artikel “{id}”. Mungkin artikelnya dicabut atau alamatnya terpotong.")
    },
    missing_next: "Periksa alamatnya, atau cari artikelnya dari halaman jelajah.",
    to_explore: "Jelajahi arsip",
    failed_title: "Arsip tidak dapat dibuka",
    failed_archive: |reason| format!("Arsip di dalam halaman ini tidak dapat dibaca: {reason}."),
    failed_archive_next: "Muat ulang halaman ini. Jika tetap gagal, pengelola situs perlu membangunnya kembali.",
    failed_part: "Sebagian arsip yang diperlukan tidak ada di halaman ini. Muat ulang halaman; jika tetap gagal, \
                  pengelola situs perlu membangunnya kembali.",
    part_coming: "Memuat bagian arsip…",
    part_lost: "Sebagian arsip tidak sampai ke peramban Anda, atau rusak di perjalanan. Yang lain tetap dapat dipakai.",
    part_again: "Coba lagi",
    part_newer: "Situs ini sudah diperbarui sejak halaman dibuka. Muat ulang untuk memakai versi baru.",
    failed_panic_title: "Halaman ini berhenti",
    failed_panic: "Ada kesalahan di dalam halaman ini, bukan pada yang Anda lakukan. Rinciannya ada di konsol peramban.",
    failed_panic_next: "Muat ulang untuk melanjutkan; alamat halaman menyimpan pencarian Anda.",
    reload: "Muat ulang",
};
