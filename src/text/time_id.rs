//! Bahasa Indonesia: garis waktu.

use jejak_archive::answer::Scale;

use super::id::CALENDAR;
use super::time::Words;
use super::{grouped, tenths};

pub(super) static WORDS: Words = Words {
    title: "Linimasa",
    about: "Artikel menurut waktu, sejajar dengan masa jabatan dan peristiwa yang dimuat artikel itu.",
    open: "Buka linimasa",
    month: |date| CALENDAR.short_month(date),
    spans: "Rentang",
    last_months: "12 bulan terakhir",
    steps: "Geser dan perbesar",
    earlier: "Rentang sebelumnya",
    later: "Rentang berikutnya",
    closer: "Perbesar rentang ini",
    further: "Perkecil",
    measure: "Ukuran",
    count: "Jumlah",
    scales: "Skala",
    any_scale: "Otomatis",
    scale: |scale| match scale {
        Scale::Year => "Tahun",
        Scale::Month => "Bulan",
        Scale::Week => "Minggu",
        Scale::Day => "Hari",
    },
    tenths: |n| tenths(n, '.', ','),
    rate: |n| format!("{} per 100 artikel", tenths(n, '.', ',')),
    top: |n| format!("batang tertinggi {}", grouped(n, '.')),
    outside: |n| format!("{} di luar bentang ini", grouped(n, '.')),
    column_articles: "Artikel",
    column_rate: "Per 100 artikel",
    offices: "Masa jabatan",
    offices_hint: "Seperti tercetak dalam artikel; yang paling sering tercetak lebih dahulu. Titik adalah artikel, garisnya dari hari \
                   artikel pertama sampai hari artikel terakhir.",
    events: "Peristiwa",
    events_hint: |n, of| {
        format!(
            "{} dari {} artikel: yang memuat pernyataan terbanyak, menurut jenis acaranya.",
            grouped(n, '.'),
            grouped(of, '.')
        )
    },
    no_kind: "Bukan acara",
};
