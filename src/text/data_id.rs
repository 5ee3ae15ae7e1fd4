//! Bahasa Indonesia: arsip sebagai data.

use super::data::Words;
use super::words::say;

say! { Words:
    download: "Unduh data",
    download_about: "Semua artikel dan semua pernyataan sebagai CSV, JSON, NDJSON, BibTeX, RIS, atau CSL-JSON. Berkasnya disusun \
                     di perangkat Anda.",
    whole: "{1}: {2.}",
    files_about: "Berkas utuh di situs ini, untuk program dan lembar kerja; yang menjelaskannya:",
    dictionary: "Kamus data",
    dictionary_about: "Kolom setiap daftar dan berkas yang diunduh dari situs ini, dan artinya.",
    list_of: "Daftar: {1}",
    file_of: "Berkas: {1} ({2})",
    behind: "Di belakang setiap baris CSV, dan di kepala berkas JSON",
    column: "Kolom",
    meaning: "Arti",
    one_of: "Salah satu dari: {1}.",
    may_be_empty: "Boleh kosong.",
}
