//! Bahasa Indonesia: yang disimpan perangkat.

use super::lasting::Words;
use super::words::say;

say! { Words:
    title: "Simpanan di perangkat ini",
    offline: "Anda sedang luring; yang sudah tersimpan tetap terbuka.",
    newer: "Versi baru situs ini tersedia.",
    renew: "Muat versi baru",
    later: "Nanti",
    size: "{1.},{2} MB",
    whole: "Seluruh arsip tersimpan di perangkat ini ({1}) dan terbuka tanpa internet.",
    parts: "Tersimpan {1} dari {2}: yang pernah Anda buka. Itu terbuka tanpa internet.",
    all: "Simpan seluruh arsip di perangkat ini ({1} lagi)",
    saving: "Menyimpan: {1} dari {2}…",
    stop: "Hentikan",
    drop: "Hapus simpanan",
    none: "Tidak ada yang disimpan di perangkat ini; setiap halaman diambil dari internet.",
    keep: "Simpan untuk dibaca luring",
    coming: "Menyiapkan simpanan…",
    full: "Peramban ini tidak dapat menyimpan lebih banyak: ruangnya penuh atau penyimpanannya dimatikan. Selama ada internet, arsip tetap dapat dibaca seluruhnya.",
    lost: "Sebagian tidak sampai ke perangkat ini.",
    again: "Coba lagi",
    unable: "Peramban ini tidak menyimpan situs untuk dibaca luring.",
}
