//! Bahasa Indonesia: mengukur mesin di peramban ini.

use super::gauge::Words;
use super::words::say;

say! { Words:
    title: "Ukur sendiri",
    how: "Peramban ini dapat menjalankan mesin yang sama atas 90 artikel berlabel yang ikut bersama situs ini, lalu menunjukkan setiap kekeliruannya. Tidak ada yang dikirim.",
    start: "Hitung ulang di peramban ini",
    size: "Sekitar 1,4 MB diunduh.",
    coming: "Mengunduh mesin dan artikel berlabel…",
    working: "{1.} dari {2.} artikel dibaca",
    done: "Selesai. {1.} kekeliruan terdaftar di bawah.",
    failed: "Pengukuran tidak selesai ({1}). Periksa sambungan internet, lalu coba lagi.",
    script: "mesin tidak sampai ke peramban ini",
    again: "Coba lagi",
    share: "{1.} dari {2.}",
    same: "Semua angka ini sama dengan yang tercatat ketika mesin ini dibuat.",
    differs: "Angka ini berbeda dari yang tercatat ketika mesin ini dibuat: {1}.",
    misses: "Setiap kekeliruan",
    misses_of: "{1}: {2.}",
    wanted: "Menurut label",
    found: "Menurut mesin",
    nothing: "tidak ada",
}
