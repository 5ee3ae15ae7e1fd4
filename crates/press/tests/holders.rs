//! Who holds an office, where other words stand between the two or beside them. One case for each way of printing; all
//! names and firms are invented.

use jejak_press::press;

/// Each person whom an article names with an office: `name | office | body`, in the order of their names.
fn held(text: &str) -> Vec<String> {
    let pressed = press(std::iter::once(("a.txt".to_owned(), text.as_bytes().to_vec())));
    let mut held: Vec<String> = pressed
        .archive
        .people
        .iter()
        .flat_map(|person| {
            person.roles.iter().map(|role| {
                let body = role.organisation.as_deref().unwrap_or("-");
                format!("{} | {} | {body}", person.name, role.office)
            })
        })
        .collect();
    held.sort();
    held
}

/// Checks an article against what it shows.
fn shows(text: &str, expected: &[&str]) {
    assert_eq!(held(text), expected, "{text}");
}

#[test]
fn a_time_stands_between_office_and_name() {
    shows(
        "Rencana itu disampaikan oleh Menteri Pertahanan saat itu, Budi Wiryana, digambarkan sebagai langkah penting.",
        &["Budi Wiryana | Menteri Pertahanan | -"],
    );
}

#[test]
fn a_relative_clause_stands_between_office_and_name() {
    shows(
        "Anggota Komisi XII DPR RI yang membidangi energi, Sari Hardana, mengatakan harga itu wajar.",
        &["Sari Hardana | Anggota Komisi XII | DPR RI"],
    );
}

#[test]
fn an_origin_stands_between_office_and_name() {
    shows(
        "Gelandang asal Tabanan, Kadek Surya Wirya Putra, resmi memperpanjang masa baktinya.",
        &["Kadek Surya Wirya Putra | Pemain | -"],
    );
}

#[test]
fn an_area_with_its_letters_stands_between_office_and_name() {
    shows(
        "Warga berduka atas meninggalnya Bupati Lembata, Nusa Tenggara Timur (NTT), Markus YW Hardana, pada Minggu.",
        &["Markus YW Hardana | Bupati | Kabupaten Lembata"],
    );
}

#[test]
fn small_words_of_the_office_stand_before_the_firm() {
    shows(
        "Analis mata uang Doka Futures Lukman Hardana memprediksi rupiah melemah.",
        &["Lukman Hardana | Analis mata uang | Doka Futures"],
    );
    shows("Direktur teknis Ajax Sven Karmalind mencarinya.", &["Sven Karmalind | Direktur teknis | Ajax"]);
}

#[test]
fn an_english_office_is_of_a_firm() {
    shows(
        "\"Kami merakit di sini,\" bilang President of KMC International Lin Karmawei di Purwakarta, Selasa (10/6/2025).",
        &["Lin Karmawei | President | KMC International"],
    );
}

#[test]
fn a_team_in_small_letters_ends_where_the_lists_know() {
    shows(
        "Pelatih timnas Argentina Mateo Karmona setelah laga itu mengatakan timnya sudah baik.",
        &["Mateo Karmona | Pelatih | timnas Argentina"],
    );
}

#[test]
fn a_captain_leads_a_club() {
    shows(
        "Kapten KARMA Esports, Raka Hardana (XYRA), mengungkapkan rasa bangganya.",
        &["Raka Hardana | Kapten | KARMA Esports"],
    );
}

#[test]
fn clubs_of_two_words_are_no_part_of_a_name() {
    shows(
        "Pelatih Manchester United Peter Karmaman menilai timnya sudah berubah.",
        &["Peter Karmaman | Pelatih | Manchester United"],
    );
}

#[test]
fn areas_are_known_by_their_short_names() {
    shows("Bupati Kuansing Surya Hardana hadir di sana.", &["Surya Hardana | Bupati | Kabupaten Kuantan Singingi"]);
    shows("Bupati Tanahlaut Surya Hardana hadir di sana.", &["Surya Hardana | Bupati | Kabupaten Tanahlaut"]);
}

#[test]
fn a_list_of_fields_has_words_that_no_list_knows() {
    shows(
        "Wiryana, Direktur Jenderal Industri Logam, Mesin, Alat Transportasi, dan Elektronika Kemenperin, mengatakan hal \
         itu.",
        &["Wiryana | Direktur Jenderal Industri Logam, Mesin, Alat Transportasi, dan Elektronika | Kemenperin"],
    );
}

#[test]
fn offices_of_a_list_without_names_are_nobodys() {
    shows(
        "Ia ditemani Menkes Sari Wiryana, Dirjen Perhubungan Udara, Direktur Utama AP II, dan Direktur Utama Airnav.",
        &["Sari Wiryana | Menteri Kesehatan | -"],
    );
}

#[test]
fn what_points_back_is_no_office_of_the_name_before_it() {
    shows(
        "Menteri Sosial Budi Karmana hadir. Setelah bertemu Habib Karmani, menteri ini mengungkapkan rencananya.",
        &["Budi Karmana | Menteri Sosial | -"],
    );
}

#[test]
fn a_clause_gives_a_name_its_second_office_and_the_body_behind_it() {
    shows(
        "Menteri Sosial Budi Karmana hadir. Budi Karmana yang juga Ketua Dewan Pembina Bravo Lima tersebut pulang.",
        &["Budi Karmana | Ketua Dewan Pembina | Bravo Lima", "Budi Karmana | Menteri Sosial | -"],
    );
}

#[test]
fn a_code_in_brackets_is_the_persons() {
    shows(
        "Surat itu dikirim kepada Bupati Pati nonaktif Ade Surya Karmana (ADK), dan keluarganya.",
        &["Ade Surya Karmana | Bupati nonaktif | Kabupaten Pati"],
    );
}

#[test]
fn words_of_the_language_are_first_names_behind_a_comma() {
    shows(
        "Kapten PSKM Semarang, Hari Nur Karmana, menjadi bintang laga.",
        &["Hari Nur Karmana | Kapten | PSKM Semarang"],
    );
}

#[test]
fn a_verb_is_a_part_of_a_name_behind_a_rank() {
    shows(
        "Kapolres Bantul AKBP Rudi Puji Harjana mengatakan pihaknya mendalami hal itu.",
        &["Rudi Puji Harjana | Kapolres | Polres Bantul"],
    );
}

#[test]
fn the_comma_before_an_office_is_lost() {
    shows(
        "Bagus Hardana CEO Indokarya Finance mengatakan perusahaan mencari dana. Itu penting, kata Bagus.",
        &["Bagus Hardana | CEO | Indokarya Finance"],
    );
}

#[test]
fn a_name_is_said_to_be_called_so() {
    shows("Salah seorang sopir truk bernama Danang Hardana meminta hal itu.", &["Danang Hardana | Sopir Truk | -"]);
}

#[test]
fn praise_is_no_part_of_an_office() {
    shows("Desainer ternama, Rina Karmawila, hadir di sana.", &["Rina Karmawila | Desainer | -"]);
}

#[test]
fn one_ministry_may_be_head_of_two() {
    shows(
        "Hadir Menteri Lingkungan Hidup/Badan Pengendalian Lingkungan Hidup Budi Karmana.",
        &["Budi Karmana | Menteri Lingkungan Hidup/Badan Pengendalian Lingkungan Hidup | -"],
    );
}

#[test]
fn prizes_and_bodies_are_nobody() {
    shows("Ia meraih Penyanyi Pria Paling Ngetop tahun ini.", &[]);
    shows("Menteri Kabinet Merah Putih berkumpul.", &[]);
}

#[test]
fn a_lone_name_is_put_into_an_office_or_acts_in_one() {
    shows("Uang itu diterima dari Wiryana selaku pengusaha.", &["Wiryana | Pengusaha | -"]);
    shows(
        "Dewan mengangkat Wiryana sebagai Deputi Bidang Umum BP Karmaya.",
        &["Wiryana | Deputi Bidang Umum | BP Karmaya"],
    );
    shows("Bupati mencopot Wiryana, Kepala SMAN 9 Metro, kemarin.", &["Wiryana | Kepala | SMAN 9 Metro"]);
}

#[test]
fn a_village_ends_where_a_first_name_stands_before_the_last() {
    shows(
        "\"Siap,\" kata Kasi Trantib Kecamatan Sukaraya Bambang Hardana, Senin.",
        &["Bambang Hardana | Kepala Seksi Trantib | Kecamatan Sukaraya"],
    );
}

#[test]
fn where_something_is_done_is_no_part_of_an_office() {
    shows(
        "Ketua Umum IWK, Teguh Hardana, melantik Ketua dan Pengurus IWK Kota Metro di Gedung Agung, Suka Tujuh, Senin.",
        &["Teguh Hardana | Ketua Umum | IWK"],
    );
    shows("Terlihat anggukan kepala Wiryana saat ditanya. \"Ya,\" kata Wiryana.", &[]);
}

#[test]
fn short_names_of_bodies_end_the_field_before_them() {
    shows(
        "Kabid Dikdas Disdikbud Bandar Lampung Hardana mengatakan siap.",
        &["Hardana | Kepala Bidang Dikdas | Disdikbud Bandar Lampung"],
    );
    shows(
        "\"Siap,\" kata Kepala Bidang Penegakan Perda Satpol PP Kota Metro Sari Hardana, Senin.",
        &["Sari Hardana | Kepala Bidang Penegakan Perda | Satpol PP Kota Metro"],
    );
}

#[test]
fn a_rank_with_its_corps_in_brackets_is_no_name() {
    shows(
        "Tuntutan dibacakan Oditur Militer Letkol (Chk) Sari Hardana di pengadilan.",
        &["Sari Hardana | Oditur Militer | -"],
    );
    shows(
        "Gugur pula Kapolsek Karya Batin AKP Anumerta Wiryana dan dua orang lain.",
        &["Wiryana | Kapolsek | Polsek Karya Batin"],
    );
}

#[test]
fn a_short_name_is_whoever_is_shown_in_the_office_before_it() {
    shows(
        "Kapolri Jenderal Sari Hardana Wiryana mendukung program yang digagas Presiden Wiryana. \"Kami siap,\" kata \
         Kapolri. \"Itu program Presiden Wiryana Baskara,\" kata dia.",
        &["Sari Hardana Wiryana | Kapolri | Polri", "Wiryana Baskara | Presiden | -"],
    );
}

#[test]
fn two_joined_offices_are_of_the_one_behind_the_comma() {
    shows(
        "Menteri Investasi dan Kepala Badan Ekonomi Kreatif, Sari Hardana, mengatakan siap.",
        &["Sari Hardana | Kepala Badan Ekonomi Kreatif | -", "Sari Hardana | Menteri Investasi | -"],
    );
    shows(
        "Wakil Ketua DPRD dan Ketua Komisi II, Budi Wiryana dan Sari Hardana, mengatakan siap.",
        &["Budi Wiryana | Wakil Ketua DPRD | -", "Sari Hardana | Ketua Komisi II | -"],
    );
}

#[test]
fn a_term_of_years_stands_between_office_and_name() {
    shows(
        "Ketua Umum HMK Universitas Karya periode 2024 – 2025, Teguh Hardana, mengatakan siap.",
        &["Teguh Hardana | Ketua Umum | HMK Universitas Karya"],
    );
}

#[test]
fn a_list_says_who_is_what_by_sebagai() {
    shows(
        "Kepala Kejaksaan Tinggi Lampung, Budi Karyono, melantik pejabat. Kemudian Baskoro sebagai Camat Sukaraya. Lalu Asep \
         Sunarya Sebagai Koordinator Kejati Lampung.",
        &[
            "Asep Sunarya | Koordinator | Kejati Lampung",
            "Baskoro | Camat | Kecamatan Sukaraya",
            "Budi Karyono | Kepala Kejaksaan Tinggi | Kejaksaan Tinggi Lampung",
        ],
    );
}

#[test]
fn a_second_office_follows_menjabat_sebagai() {
    shows(
        "\"Bagus,\" kata Ketua Umum PMI Budi Karyono.\n\"Siap,\" kata Budi yang juga menjabat sebagai Direktur Utama Terang \
         Fintek.",
        &["Budi Karyono | Direktur Utama | Terang Fintek", "Budi Karyono | Ketua Umum | PMI"],
    );
    shows(
        "Usulan pemakzulan Budi Karyono sebagai wakil gubernur masih dibahas dewan.",
        &["Budi Karyono | Wakil Gubernur | -"],
    );
}

#[test]
fn a_firm_behind_an_english_office_is_nobody() {
    shows(
        "\"Bagus,\" ujar Fahmi, Co-Founder Maison Karmaya, dalam keterangan resminya.",
        &["Fahmi | Co-Founder | Maison Karmaya"],
    );
    shows(
        "Di sisi lain, Budi Karyono, CEO & Co-Founder Karma Care, menerangkan kliniknya sudah buka.",
        &["Budi Karyono | CEO & Co-Founder | Karma Care"],
    );
    shows(
        "GM Marketing Communication & Relation Karma Mall, Sari Dewi, mengatakan mal sudah siap.",
        &["Sari Dewi | General Manager Marketing Communication & Relation | Karma Mall"],
    );
}

#[test]
fn a_body_or_a_title_stands_between_office_and_name() {
    shows(
        "Managing Director Investment, Danantara Indonesia, Sari Karyono mengaku belum ada pembahasan.",
        &["Sari Karyono | Managing Director Investment | Danantara Indonesia"],
    );
    shows(
        "Sementara Produser “Hujan Reda” Budi Pratomo, menambahkan, film itu sudah selesai.",
        &["Budi Pratomo | Produser | -"],
    );
    shows(
        "Psikolog Anak, Remaja, dan Keluarga, Sari Karyono, menjelaskan bahwa tidur itu penting.",
        &["Sari Karyono | Psikolog Anak, Remaja, dan Keluarga | -"],
    );
    shows(
        "Ketua Takmir Masjid Sukalila H. Murdianto berterima kasih atas kunjungan itu.",
        &["Murdianto | Ketua Takmir | Masjid Sukalila"],
    );
    shows(
        "Wakil Bupati Ende Jafar H Karyono mengatakan pasar sudah siap.",
        &["Jafar H Karyono | Wakil Bupati | Kabupaten Ende"],
    );
}

#[test]
fn a_nation_and_a_client_are_no_office() {
    shows("\"Mahal,\" kata warga negara Jerman, Sari Dewi.", &[]);
    shows("Pengamat menilai tim kuasa hukum Budi Karyono keliru membaca aturan itu.", &[]);
    shows(
        "Terdakwa Budi Karyono hadir. \"Benarkah?\" tanya kuasa hukum Budi kepada saksi.",
        &["Budi Karyono | Terdakwa | -"],
    );
}

#[test]
fn a_list_of_lone_names_goes_on_behind_dan() {
    shows(
        "Bupati Ende Budi Karyono melantik mereka. Kemudian Minarta sebagai Camat Sukaraya dan Baskoro sebagai Camat Karmaya.",
        &[
            "Baskoro | Camat | Kecamatan Karmaya",
            "Budi Karyono | Bupati | Kabupaten Ende",
            "Minarta | Camat | Kecamatan Sukaraya",
        ],
    );
}
