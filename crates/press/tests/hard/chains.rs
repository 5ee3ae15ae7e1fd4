//! Speakers reached through -nya, pronouns, halves of names and descriptions, over paragraphs.

use super::{Case, check};

const CASES: &[Case] = &[
    (
        "-nya in the next paragraph",
        "\"Jalan itu rusak,\" kata Sari Dewi.\n\"Kami akan memperbaikinya,\" ujarnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Kami akan memperbaikinya", "Sari Dewi")],
    ),
    (
        "-nya over paragraphs without a quote",
        "\"Jalan itu rusak,\" kata Sari Dewi.\nHujan turun sejak pagi.\nWarga berteduh di pasar.\n\"Kami akan memperbaikinya,\" ujarnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Kami akan memperbaikinya", "Sari Dewi")],
    ),
    (
        "-nya three times",
        "\"Jalan itu rusak,\" kata Sari Dewi.\n\"Kami tahu itu,\" lanjutnya.\n\"Sabar dulu,\" tutupnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Kami tahu itu", "Sari Dewi"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "dia",
        "Sari Dewi mengatakan jalan itu rusak. \"Kami akan memperbaikinya,\" kata dia.",
        &[("Kami akan memperbaikinya", "Sari Dewi")],
    ),
    (
        "beliau",
        "Sari Dewi mengatakan jalan itu rusak. \"Kami akan memperbaikinya,\" tutur beliau.",
        &[("Kami akan memperbaikinya", "Sari Dewi")],
    ),
    (
        "ia before the cue",
        "Sari Dewi mengatakan jalan itu rusak. Ia berkata, \"Kami akan memperbaikinya.\"",
        &[("Kami akan memperbaikinya", "Sari Dewi")],
    ),
    (
        "pihaknya in between",
        "\"Jalan itu rusak,\" kata Sari Dewi. Pihaknya akan memperbaiki jalan itu. \"Sabar dulu,\" ujarnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "half of the name",
        "Wali Kota Metro Sari Dewi Lestari datang.\n\"Jalan itu rusak,\" kata Sari.\n\"Sabar dulu,\" kata Lestari.",
        &[("Jalan itu rusak", "Sari Dewi Lestari"), ("Sabar dulu", "Sari Dewi Lestari")],
    ),
    (
        "the office alone",
        "Wali Kota Metro Sari Dewi datang.\n\"Jalan itu rusak,\" kata wali kota.",
        &[("Jalan itu rusak", "Sari Dewi")],
    ),
    (
        "the abbreviation of the office",
        "Kepala Kepolisian Resor (Kapolres) Metro AKBP Sari Dewi datang.\n\"Jalan itu rusak,\" kata Kapolres.",
        &[("Jalan itu rusak", "Sari Dewi")],
    ),
    (
        "menurutnya carries on",
        "Sari Dewi mengatakan jalan itu rusak. Menurutnya, hujan penyebabnya. \"Sabar dulu,\" ujarnya.",
        &[("Sabar dulu", "Sari Dewi")],
    ),
    (
        "a description with itu",
        "Sari Dewi mengatakan jalan itu rusak.\n\"Kami akan memperbaikinya,\" ujar politikus itu.",
        &[("Kami akan memperbaikinya", "Sari Dewi")],
    ),
    (
        "a noun for people with its owner and tersebut",
        "Sari Dewi mengatakan konser itu ramai.\n\"Kami akan kembali,\" ucap vokalis Karmaya tersebut.",
        &[("Kami akan kembali", "Sari Dewi")],
    ),
    (
        "a former office with tersebut",
        "Sari Dewi mengatakan timnya kalah.\n\"Kami akan membaik,\" ucap eks pemain Karmaya, Sukafarma, dan Terang tersebut.",
        &[("Kami akan membaik", "Sari Dewi")],
    ),
    (
        "a description as the subject",
        "\"Jalan itu rusak,\" kata Sari Dewi.\nAnak buah Gubernur Budi Karyono itu pun mengakui hal itu. \"Sabar dulu,\" ujarnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "one who is only told about does not take the word",
        "\"Pelaku ditangkap,\" kata Kapolsek Pasar Lama AKP Sari Dewi.\nBudi Karyono lalu bersembunyi di bedeng.\n\"Ia sendirian,\" ujarnya.\nSari Dewi mengatakan, Budi Karyono mengaku menyesal.",
        &[("Pelaku ditangkap", "Sari Dewi"), ("Ia sendirian", "Sari Dewi")],
    ),
    (
        "one who is told to say something does not take the word",
        "Sari Dewi mengatakan warga meminta jalan itu dibuka. \"Sabar dulu,\" ujarnya.",
        &[("Sabar dulu", "Sari Dewi")],
    ),
    (
        "a relative clause names another",
        "Wakil Bupati Sari Dewi, yang mewakili Bupati Budi Karyono, menyampaikan terima kasih. \"Sabar dulu,\" ujarnya.",
        &[("Sabar dulu", "Sari Dewi")],
    ),
    (
        "a title and a place before the name",
        "\"Kami siap,\" kata Lurah Sukamaju Timur Sari Dewi.\n\"Sabar dulu,\" imbuhnya.",
        &[("Kami siap", "Sari Dewi"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "nobody is named",
        "\"Jalan itu rusak,\" kata seorang warga.\n\"Sabar dulu,\" ujarnya.",
        &[("Jalan itu rusak", ""), ("Sabar dulu", "")],
    ),
    (
        "a quote without any cue goes on",
        "\"Jalan itu rusak parah sejak lama,\" kata Sari Dewi.\n\"Kami sudah melapor kepada dinas.\"",
        &[("Jalan itu rusak parah sejak lama", "Sari Dewi"), ("Kami sudah melapor kepada dinas", "Sari Dewi")],
    ),
    (
        "a heading that repeats the quote",
        "Warga menunggu lama.\n“Kami akan memperbaiki jalan yang rusak itu,”\nWali Kota Metro Sari Dewi datang ke pasar. “Kami akan memperbaiki jalan yang rusak itu,” kata Sari.",
        &[
            ("Kami akan memperbaiki jalan yang rusak itu", "Sari Dewi"),
            ("Kami akan memperbaiki jalan yang rusak itu", "Sari Dewi"),
        ],
    ),
];

#[test]
fn a_chain_leads_back_to_its_speaker() {
    check(CASES);
}
