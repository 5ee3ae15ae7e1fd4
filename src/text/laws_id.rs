//! Bahasa Indonesia: peraturan.

use super::laws::Words;
use super::words::say;

say! { Words:
    all: "Peraturan",
    all_about: "Arsip ini menyebut {1.} peraturan. Di sini semuanya, menurut jenisnya; angka di belakangnya menunjukkan berapa \
                artikel yang menyebutnya.",
    kinds: [],
    mentioned: "Pertama disebut {1}, terakhir {2}",
    mentioned_on: "Disebut pada {1}",
    several: "{1} diterbitkan banyak daerah atau lembaga, masing-masing dengan nomornya sendiri. Artikel di bawah ini dapat \
              berbicara tentang peraturan yang berbeda-beda.",
    no_year: "Artikel tidak mencetak tahunnya, jadi yang dimaksud dapat lebih dari satu peraturan.",
    passages: "Artikel yang menyebutnya, terbaru dahulu",
    over_time: "Artikel yang menyebutnya menurut waktu",
    statements: "Pernyataan yang menyebutnya, terbaru dahulu",
    no_statements: "Tidak ada pernyataan yang menyebutnya; artikel menyebutnya di luar pernyataan.",
    others: "Peraturan lain yang disebut bersama",
    list: "Semua peraturan",
}
