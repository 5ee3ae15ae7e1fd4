//! Bahasa Indonesia: garis waktu.

use jejak_archive::answer::Scale;

use super::time::Words;
use super::words::say;

say! { Words:
    title: "Linimasa",
    about: "Artikel menurut waktu, sejajar dengan masa jabatan dan peristiwa yang dimuat artikel itu.",
    open: "Buka linimasa",
    spans: "Rentang",
    last_months: "12 bulan terakhir",
    steps: "Geser dan perbesar",
    earlier: "Rentang sebelumnya",
    later: "Rentang berikutnya",
    closer: "Perbesar rentang ini",
    further: "Perkecil",
    dense: "Rentang terpadat",
    measure: "Ukuran",
    count: "Jumlah",
    scales: "Skala",
    any_scale: "Otomatis",
    scale: [Scale; Year: "Tahun", Month: "Bulan", Week: "Minggu", Day: "Hari"],
    tenths: "{1.},{2}",
    rate: "{1.},{2} per 100 artikel",
    top: "batang tertinggi {1.}",
    outside: "{1.} di luar bentang ini",
    column_articles: "Artikel",
    column_rate: "Per 100 artikel",
    offices: "Masa jabatan",
    offices_hint: "Seperti tercetak dalam artikel; yang paling sering tercetak lebih dahulu. Titik adalah artikel, \
                   garisnya dari hari artikel pertama sampai hari artikel terakhir.",
    events: "Peristiwa",
    events_hint: "{1.} dari {2.} artikel: yang memuat pernyataan terbanyak, menurut jenis acaranya.",
    no_kind: "Bukan acara",
}
