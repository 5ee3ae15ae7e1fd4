//! Bahasa Indonesia: mengukur mesin di peramban ini.

use super::gauge::Words;
use super::words::say;

say! { Words:
    coming: "Mengunduh mesin dan artikel berlabel…",
    working: "{1.} dari {2.} artikel dibaca",
    done: "Selesai. {1.} kekeliruan terdaftar di bawah.",
    failed: "Pengukuran tidak selesai ({1}). Periksa sambungan internet, lalu coba lagi.",
    script: "mesin tidak sampai ke peramban ini",
    died: "Mesin berhenti sebelum selesai, mungkin karena memori perangkat ini tidak cukup.",
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
