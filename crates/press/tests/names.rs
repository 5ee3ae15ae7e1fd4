//! Names of people and their offices as news prints them: one mechanism a test, in sentences made up for it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use jejak_press::annotate::annotate;
use jejak_press::read::read;

/// Who holds an office, and which: `standing office @ body`.
fn holders(raw: &str) -> Vec<(String, Vec<String>)> {
    let (sources, problems) = read("article.txt", raw.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    let note = annotate(&sources[0]);
    note.people
        .iter()
        .filter(|person| !person.roles.is_empty())
        .map(|person| {
            let offices = person.roles.iter().map(|role| match &role.organisation {
                Some(body) => format!("{} @ {body}", role.office),
                None => role.office.clone(),
            });
            (person.name.clone(), offices.collect())
        })
        .collect()
}

fn expect(raw: &str, wanted: &[(&str, &[&str])]) {
    let wanted: Vec<(String, Vec<String>)> = wanted
        .iter()
        .map(|(name, offices)| ((*name).to_string(), offices.iter().map(|office| (*office).to_string()).collect()))
        .collect();
    assert_eq!(holders(raw), wanted, "{raw}");
}

#[test]
fn a_word_that_lost_its_space_is_no_part_of_the_name() {
    expect("Menteri Sosial Sari Kartonobakal hadir di sana.", &[("Sari Kartono", &["Menteri Sosial"])]);
    expect("Menteri Sosial Sari Kartonosebagai tamu hadir.", &[("Sari Kartono", &["Menteri Sosial"])]);
    expect(
        "Menteri Sosial Sari Kartono hadir. Acara Kartonoini ramai. \"Siap,\" kata Kartono.",
        &[("Sari Kartono", &["Menteri Sosial"])],
    );
    expect("Presiden DirekturKTNO, Sari Kartono, hadir.", &[("Sari Kartono", &["Presiden Direktur @ KTNO"])]);
}

#[test]
fn a_line_that_ends_in_a_comma_goes_on() {
    expect(
        "Pelatih Timnas Sukaraya,\nSari Kartono\n, menyebut laga itu sulit.",
        &[("Sari Kartono", &["Pelatih @ Timnas Sukaraya"])],
    );
}

#[test]
fn a_body_explained_in_brackets_before_the_name() {
    expect(
        "Chief Operating Officer (COO) Badan Usaha Anagraha Nusakarya (Danakarya) Sari Kartono bicara.",
        &[("Sari Kartono", &["Chief Operating Officer @ Badan Usaha Anagraha Nusakarya (Danakarya)"])],
    );
}

#[test]
fn people_who_act_in_an_office() {
    expect(
        "Jaksa menuntut Sari Kartono selaku Direktur PT Terang Jaya, Budi Hardana selaku Komisaris PT Terang Jaya, dan \
         Tono Wiranata selaku Direktur Keuangan PT Terang Jaya.",
        &[
            ("Sari Kartono", &["Direktur @ PT Terang Jaya"]),
            ("Budi Hardana", &["Komisaris @ PT Terang Jaya"]),
            ("Tono Wiranata", &["Direktur Keuangan @ PT Terang Jaya"]),
        ],
    );
    expect("Malam itu digelar dengan Sari Kartono sebagai pembawa acara.", &[("Sari Kartono", &["Pembawa Acara"])]);
}

#[test]
fn an_adjective_between_an_occupation_and_the_name() {
    expect("Penyanyi cilik Sari Kartono tampil di alun-alun.", &[("Sari Kartono", &["Penyanyi"])]);
    expect("Politikus anti-rokok Sari Kartono keluar dari koalisi.", &[("Sari Kartono", &["Politikus"])]);
}

#[test]
fn one_of_several_named_between_commas() {
    expect("Salah satu pelapor, Sari Kartono, membagikan videonya.", &[("Sari Kartono", &["Pelapor"])]);
    expect("Salah satu warga terdampak, Sari Kartono, menyebut air naik.", &[("Sari Kartono", &["Warga terdampak"])]);
}

#[test]
fn holders_listed_further_on() {
    expect(
        "Anggota DPRD Kota Metro yang hadir di antaranya Sari Kartono, Budi Hardana, dan Tono Wiranata.",
        &[
            ("Sari Kartono", &["Anggota DPRD @ DPRD Kota Metro"]),
            ("Budi Hardana", &["Anggota DPRD @ DPRD Kota Metro"]),
            ("Tono Wiranata", &["Anggota DPRD @ DPRD Kota Metro"]),
        ],
    );
}

#[test]
fn who_serves_another_stands_behind_the_comma() {
    expect(
        "Uang itu diterima dari pengacara Ronal Hardana, Sari Kartono, di rumahnya.",
        &[("Sari Kartono", &["Pengacara"])],
    );
}

#[test]
fn two_occupations_joined_are_one_persons() {
    expect(
        "Pendiri dan CEO Karmaya Sari Kartono hadir. \"Siap,\" kata Sari.",
        &[("Sari Kartono", &["Pendiri", "CEO @ Karmaya"])],
    );
    expect(
        "\"Siap,\" tegas Sari Kartono yang juga merupakan Guru Besar Universitas Sukaraya dan Wakil Ketua PMI.",
        &[("Sari Kartono", &["Guru Besar @ Universitas Sukaraya", "Wakil Ketua @ PMI"])],
    );
}

#[test]
fn what_points_back_at_a_person_names_a_body() {
    expect("\"Kami siap,\" ujar pembalap Karmaya itu.", &[]);
    expect("Pelatih Karmaya tersebut pulang.", &[]);
    expect(
        "Anak buah Gubernur Lampung Sari Kartono ini mengakui hal itu.",
        &[("Sari Kartono", &["Gubernur @ Provinsi Lampung"])],
    );
}

#[test]
fn an_office_that_is_a_first_name() {
    expect("Menteri Kehutanan Raja Juli Kartono hadir.", &[("Raja Juli Kartono", &["Menteri Kehutanan"])]);
    expect("Gubernur Lampung Sultan Kartono hadir.", &[("Sultan Kartono", &["Gubernur @ Provinsi Lampung"])]);
    expect("Acara digelar di Jalan Panglima Kartono.", &[]);
}

#[test]
fn an_office_once_said_to_be_held_no_more() {
    expect(
        "Mantan Bupati Klaten, Sari Kartono, diperiksa. Uang diserahkan kepada Sari Kartono selaku Bupati Klaten.",
        &[],
    );
}

#[test]
fn a_long_name_stays_whole() {
    expect(
        "Wali Kota Medan Riko Tri Putra Bayu Kartono hadir. \"Siap,\" kata Riko.",
        &[("Riko Tri Putra Bayu Kartono", &["Wali Kota @ Kota Medan"])],
    );
    expect("Camat Metro Pusat Sari Dewi Lestari hadir.", &[("Sari Dewi Lestari", &["Camat @ Kecamatan Metro Pusat"])]);
    expect("Bupati Klaten Sari Putri Kartono hadir.", &[("Sari Putri Kartono", &["Bupati @ Kabupaten Klaten"])]);
}

#[test]
fn a_capital_letter_at_the_head_of_a_sentence_makes_no_name() {
    for raw in ["Keduanya mengatakan hal itu.", "Rekan mengatakan hal itu.", "Senada, warga menyebut hal itu."] {
        let (sources, _) = read("article.txt", raw.as_bytes());
        assert!(annotate(&sources[0]).people.is_empty(), "{raw}");
    }
}

#[test]
fn foreign_offices_and_names() {
    expect(
        "Presiden AS Donald Karman bertemu Menteri Luar Negeri Rusia Sergei Lavrin.",
        &[("Donald Karman", &["Presiden @ AS"]), ("Sergei Lavrin", &["Menteri Luar Negeri @ Rusia"])],
    );
}

#[test]
fn an_office_in_brackets_and_its_holder_in_brackets() {
    expect("Terima kasih kepada pimpinan (Sari Al-Kartono) dan warga.", &[("Sari Al-Kartono", &["Pimpinan"])]);
}

#[test]
fn words_of_a_field_are_no_name() {
    expect(
        "Hal itu dikatakan Direktur Jenderal Pengelolaan Utang dan Risiko Kemenkarya, Kartono. Ia pulang.",
        &[("Kartono", &["Direktur Jenderal Pengelolaan Utang dan Risiko @ Kemenkarya"])],
    );
    expect(
        "\"Siap,\" kata Kepala Divisi Literasi, Inklusi, dan Komunikasi OJK, Sari Kartono.",
        &[("Sari Kartono", &["Kepala Divisi Literasi, Inklusi, dan Komunikasi @ OJK"])],
    );
}

#[test]
fn an_abbreviation_behind_a_name_is_a_bodys() {
    expect(
        "Direktur Eksekutif Sari Kartono P4K mengatakan hal itu. Menurut Sari, itu baik.",
        &[("Sari Kartono", &["Direktur Eksekutif"])],
    );
}

#[test]
fn an_office_whose_holder_the_next_sentence_names() {
    expect(
        "Ketua Umum Asosiasi Peternak Domba Indonesia (APDI) angkat bicara, Senin (5/1/2026). Kartono mengakui harga \
         naik.",
        &[("Kartono", &["Ketua Umum @ Asosiasi Peternak Domba Indonesia (APDI)"])],
    );
}

#[test]
fn who_seeks_an_office_does_not_hold_it() {
    expect("Dua nama maju sebagai calon ketua, yakni Sari Kartono dan Budi Hardana.", &[]);
}

#[test]
fn a_short_name_with_a_copula() {
    expect(
        "Maju pula Sari Kartono. \"Siap,\" kata Sari Kartono. Kartono adalah Ketua PMI Kota Metro.",
        &[("Sari Kartono", &["Ketua @ PMI Kota Metro"])],
    );
}

#[test]
fn the_next_office_of_a_list_is_not_the_first_ones() {
    expect(
        "Ia berterima kasih kepada Presiden Kartono, Menteri Transmigrasi, serta Menteri Agama.",
        &[("Kartono", &["Presiden"])],
    );
}

#[test]
fn a_body_whose_kind_stands_in_small_letters() {
    expect(
        "Hal itu memusingkan pelatih timnas Indonesia, Sari Kartono.",
        &[("Sari Kartono", &["Pelatih @ timnas Indonesia"])],
    );
}

#[test]
fn an_office_with_a_stroke() {
    expect("Wakil Menteri ATR/BPN, Sari Kartono, hadir.", &[("Sari Kartono", &["Wakil Menteri ATR/BPN"])]);
}

#[test]
fn one_of_several_behind_the_name() {
    expect("Sari Kartono salah seorang warga mengaku jalan ramai.", &[("Sari Kartono", &["Warga"])]);
}

#[test]
fn the_house_of_an_analyst_is_no_field() {
    expect(
        "Analis Senior Karma Premier Sekuritas Sari Kartono menilai saham itu naik.",
        &[("Sari Kartono", &["Analis Senior @ Karma Premier Sekuritas"])],
    );
}

#[test]
fn the_court_of_a_judge_is_no_field() {
    expect(
        "\"Siap,\" kata Ketua Majelis Pengadilan Negeri Metro Sari Kartono.",
        &[("Sari Kartono", &["Ketua Majelis @ Pengadilan Negeri Metro"])],
    );
}

#[test]
fn an_office_of_a_body_that_stands_in_small_letters_before_a_comma() {
    expect(
        "Gitaris band Karma, Sari Dewi Kartono, menggelar konser.",
        &[("Sari Dewi Kartono", &["Gitaris @ band Karma"])],
    );
}

#[test]
fn one_who_heads_two_firms() {
    expect(
        "Miliarder itu, CEO Karmaya dan Karmanet, Sari Kartono, bicara.",
        &[("Sari Kartono", &["CEO @ Karmaya dan Karmanet"])],
    );
}

#[test]
fn what_a_manager_manages() {
    expect(
        "Manajer Hukum dan Humas PT Terang Jaya, Sari Kartono, bicara.",
        &[("Sari Kartono", &["Manajer Hukum dan Humas @ PT Terang Jaya"])],
    );
    expect("\"Siap,\" ujar manajer PSS Sleman, Sari Kartono.", &[("Sari Kartono", &["Manajer @ PSS Sleman"])]);
}

#[test]
fn whom_a_counsel_serves_is_not_the_counsel() {
    expect(
        "\"Kami siap,\" tutur Kartono, kuasa hukum Budi Hardana dalam jumpa pers.",
        &[("Kartono", &["Kuasa Hukum"])],
    );
}

#[test]
fn the_occupation_in_which_one_acts_before_the_name() {
    expect("Sebagai aktris, Sari Kartono menolak adegan itu.", &[("Sari Kartono", &["Aktris"])]);
}

#[test]
fn fields_joined_by_a_sign() {
    expect(
        "\"Siap,\" kata Direktur PPA & PPO Bareskrim Polri, Brigjen Pol Sari Kartono.",
        &[("Sari Kartono", &["Direktur PPA & PPO @ Bareskrim Polri"])],
    );
}

#[test]
fn a_list_of_fields_goes_on_behind_a_comma() {
    let office = "Kepala Eksekutif Pengawas Pelaku Usaha Jasa Keuangan, Edukasi dan Perlindungan Konsumen";
    expect(&format!("{office} (PJK) Sari Kartono hadir."), &[("Sari Kartono", &[office])]);
}

#[test]
fn a_rank_behind_the_name() {
    expect("Ketua Umum PB PBI Agus Kartono Marsda TNI (Purn) hadir.", &[("Agus Kartono", &["Ketua Umum @ PB PBI"])]);
}

#[test]
fn a_firm_of_the_lists_is_the_body_and_no_field() {
    expect(
        "Direktur Niaga Citilink Indonesia Sari Kartono hadir.",
        &[("Sari Kartono", &["Direktur Niaga @ Citilink Indonesia"])],
    );
}
