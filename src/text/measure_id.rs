//! Bahasa Indonesia: ajakan mengukur mesin di peramban ini.

use super::measure::Words;
use super::words::say;

say! { Words:
    title: "Ukur sendiri",
    how: "Peramban ini dapat menjalankan mesin yang sama atas 90 artikel berlabel yang ikut bersama situs ini, lalu menunjukkan setiap kekeliruannya. Tidak ada yang dikirim.",
    start: "Hitung ulang di peramban ini",
    size: "Sekitar 1,5 MB diunduh.",
}
