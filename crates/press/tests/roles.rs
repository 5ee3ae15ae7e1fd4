//! People with their offices, where they are hard to read: each case is named for what it shows.

use jejak_press::annotate::annotate;
use jejak_press::read::read;

/// Name, then each office as `standing office @ body`.
type Held = Vec<(String, Vec<String>)>;

fn held(raw: &str) -> Held {
    let (sources, _) = read("article.txt", raw.as_bytes());
    let note = annotate(&sources[0]);
    let office = |role: &jejak_press::annotate::RoleNote| match &role.organisation {
        Some(body) => format!("{} {} @ {body}", role.standing, role.office),
        None => format!("{} {}", role.standing, role.office),
    };
    note.people.iter().map(|person| (person.name.clone(), person.roles.iter().map(office).collect())).collect()
}

fn expect(raw: &str, wanted: &[(&str, &[&str])]) {
    let wanted: Held = wanted
        .iter()
        .map(|(name, offices)| ((*name).to_owned(), offices.iter().map(|office| (*office).to_owned()).collect()))
        .collect();
    assert_eq!(held(raw), wanted, "{raw}");
}

#[test]
fn clipped_offices_stand_for_their_long_form() {
    let cases = [
        ("Kadis Kesehatan Kota Metro", "Kepala Dinas Kesehatan @ Kota Metro"),
        ("Kadiskes Kota Metro", "Kepala Dinas Kesehatan @ Kota Metro"),
        ("Kadishub Kota Metro", "Kepala Dinas Perhubungan @ Kota Metro"),
        ("Kadispora Kota Metro", "Kepala Dinas Pemuda dan Olahraga @ Kota Metro"),
        ("Kadis Pendidikan Kota Metro", "Kepala Dinas Pendidikan @ Kota Metro"),
        ("Kabid Humas Polda Lampung", "Kepala Bidang Hubungan Masyarakat @ Polda Lampung"),
        ("Kabag Hukum Setda Kota Metro", "Kepala Bagian Hukum @ Setda Kota Metro"),
        ("Kasi Intel Kejari Metro", "Kepala Seksi Intelijen @ Kejari Metro"),
        ("Wagub Lampung", "Wakil Gubernur @ Provinsi Lampung"),
        ("Wabup Pringsewu", "Wakil Bupati @ Kabupaten Pringsewu"),
        ("Wawali Metro", "Wakil Wali Kota @ Kota Metro"),
        ("Dirut PDAM Tirta Sukaraya", "Direktur Utama @ PDAM Tirta Sukaraya"),
        ("Sekjen PMI", "Sekretaris Jenderal @ PMI"),
        ("Ketum PMI", "Ketua Umum @ PMI"),
        ("Sekwan DPRD Kota Metro", "Sekretaris DPRD @ DPRD Kota Metro"),
        ("Mendagri", "Menteri Dalam Negeri"),
        ("Menag", "Menteri Agama"),
        ("Wamenhub", "Wakil Menteri Perhubungan"),
        ("Kepala DLH Kota Metro", "Kepala DLH @ Kota Metro"),
        ("Kades Sukamaju", "Kepala Desa @ Sukamaju"),
    ];
    for (printed, office) in cases {
        let office = format!("definitif {office}");
        expect(&format!("\"Siap,\" kata {printed}, Budi Karyono."), &[("Budi Karyono", &[&office])]);
    }
}

#[test]
fn offices_of_police_and_army_with_their_body_and_a_rank() {
    let cases = [
        ("Kapolres Sukaraya AKBP", "Kapolres @ Polres Sukaraya"),
        ("Kapolda Lampung Irjen Pol", "Kapolda @ Polda Lampung"),
        ("Kapolsek Sukaraya Barat Iptu", "Kapolsek @ Polsek Sukaraya Barat"),
        ("Danramil 411-05/Sukaraya Kapten Inf", "Danramil @ Koramil 411-05/Sukaraya"),
        ("Dandim 0411/Sukaraya Letkol Inf", "Dandim @ Kodim 0411/Sukaraya"),
    ];
    for (printed, office) in cases {
        let office = format!("definitif {office}");
        expect(&format!("\"Siap,\" kata {printed} Budi Karyono."), &[("Budi Karyono", &[&office])]);
    }
}

#[test]
fn every_standing() {
    let cases = [
        ("Pj", "Pj"),
        ("Pj.", "Pj"),
        ("PJ", "Pj"),
        ("Penjabat", "Pj"),
        ("Penjabat (Pj)", "Pj"),
        ("Pjs", "Pjs"),
        ("Pjs.", "Pjs"),
        ("Penjabat Sementara", "Pjs"),
        ("Pejabat Sementara (Pjs)", "Pjs"),
        ("Plt", "Plt"),
        ("Plt.", "Plt"),
        ("PLT", "Plt"),
        ("Pelaksana Tugas (Plt)", "Plt"),
        ("Pelaksana tugas", "Plt"),
        ("Plh", "Plh"),
        ("Pelaksana Harian (Plh)", "Plh"),
    ];
    for (printed, standing) in cases {
        let office = format!("{standing} Wali Kota @ Kota Metro");
        expect(&format!("{printed} Wali Kota Metro Sari Dewi hadir."), &[("Sari Dewi", &[&office])]);
    }
}

#[test]
fn one_office_in_its_two_spellings() {
    expect(
        "Walikota Metro Sari Dewi hadir. Wali Kota Metro itu lalu pulang.",
        &[("Sari Dewi", &["definitif Wali Kota @ Kota Metro"])],
    );
    expect(
        "Sekda Kota Metro Sari Dewi hadir. Sekretaris Daerah Kota Metro Sari Dewi lalu pulang.",
        &[("Sari Dewi", &["definitif Sekretaris Daerah @ Kota Metro"])],
    );
}

#[test]
fn the_area_that_small_words_point_back_to_is_no_part_of_the_name() {
    for tail in ["kota itu", "kabupaten setempat", "di kota tersebut", "setempat"] {
        expect(
            &format!("Kepala Dinas Kesehatan {tail}, Sari Dewi, hadir."),
            &[("Sari Dewi", &["definitif Kepala Dinas Kesehatan"])],
        );
        expect(
            &format!("\"Siap,\" kata Kepala Dinas Kesehatan {tail} Sari Dewi."),
            &[("Sari Dewi", &["definitif Kepala Dinas Kesehatan"])],
        );
    }
}

#[test]
fn before_behind_and_in_apposition() {
    let camat: &[&str] = &["definitif Camat @ Kecamatan Metro Pusat"];
    for raw in [
        "Camat Metro Pusat Sari Dewi hadir.",
        "Camat Metro Pusat, Sari Dewi, hadir.",
        "Sari Dewi, Camat Metro Pusat, hadir.",
        "Sari Dewi selaku Camat Metro Pusat hadir.",
        "Sari Dewi yang juga Camat Metro Pusat hadir.",
        "Sari Dewi, yang menjabat Camat Metro Pusat, hadir.",
        "\"Siap,\" kata Sari Dewi, Camat Metro Pusat.",
        "\"Siap,\" kata Sari Dewi selaku Camat Metro Pusat.",
        "\"Siap,\" kata Sari Dewi (Camat Metro Pusat).",
        "Selaku Camat Metro Pusat, Sari Dewi hadir.",
        "Sebagai Camat Metro Pusat, Sari Dewi hadir.",
    ] {
        expect(raw, &[("Sari Dewi", camat)]);
    }
}

#[test]
fn two_offices_of_one_person() {
    let both: &[&str] = &["definitif Camat @ Kecamatan Metro Pusat", "definitif Ketua @ PMI"];
    for raw in [
        "Camat Metro Pusat yang juga Ketua PMI Sari Dewi hadir.",
        "Camat Metro Pusat sekaligus Ketua PMI, Sari Dewi, hadir.",
        "Camat Metro Pusat Sari Dewi, yang juga Ketua PMI, hadir.",
        "Sari Dewi, Camat Metro Pusat sekaligus Ketua PMI, hadir.",
    ] {
        expect(raw, &[("Sari Dewi", both)]);
    }
}

#[test]
fn an_office_held_no_more_is_not_held() {
    expect("Mantan Bupati Klaten Sari Dewi diperiksa jaksa.", &[("Sari Dewi", &[])]);
    expect("Eks Kepala Desa Sukamaju, Sari Dewi, diperiksa jaksa.", &[("Sari Dewi", &[])]);
    expect("\"Saya siap,\" kata Sari Dewi, bekas Bupati Klaten.", &[("Sari Dewi", &[])]);
}

#[test]
fn people_who_share_an_office() {
    let member: &[&str] = &["definitif Anggota DPRD @ DPRD Kota Metro"];
    expect(
        "Anggota DPRD Kota Metro Sari Dewi dan Budi Karyono hadir.",
        &[("Sari Dewi", member), ("Budi Karyono", member)],
    );
    expect(
        "Tiga anggota DPRD Kota Metro, yakni Sari Dewi, Budi Karyono, dan Tono Hardana, hadir.",
        &[("Sari Dewi", member), ("Budi Karyono", member), ("Tono Hardana", member)],
    );
    expect(
        "Dua Wakil Ketua DPRD Kota Metro, Sari Dewi dan Budi Karyono, hadir.",
        &[
            ("Sari Dewi", &["definitif Wakil Ketua DPRD @ DPRD Kota Metro"]),
            ("Budi Karyono", &["definitif Wakil Ketua DPRD @ DPRD Kota Metro"]),
        ],
    );
}

#[test]
fn a_list_of_people_each_with_an_own_office() {
    expect(
        "Bupati Klaten Sari Dewi didampingi Wakil Bupati Klaten Budi Karyono, Sekda Klaten Tono Hardana, serta Kapolres \
         Klaten AKBP Rudi Wiranata.",
        &[
            ("Sari Dewi", &["definitif Bupati @ Kabupaten Klaten"]),
            ("Budi Karyono", &["definitif Wakil Bupati @ Kabupaten Klaten"]),
            ("Tono Hardana", &["definitif Sekretaris Daerah @ Klaten"]),
            ("Rudi Wiranata", &["definitif Kapolres @ Polres Klaten"]),
        ],
    );
    expect(
        "Hadir Bupati, Sari Dewi, Wakil Bupati, Budi Karyono, dan Ketua DPRD, Tono Hardana.",
        &[
            ("Sari Dewi", &["definitif Bupati"]),
            ("Budi Karyono", &["definitif Wakil Bupati"]),
            ("Tono Hardana", &["definitif Ketua DPRD"]),
        ],
    );
}

#[test]
fn the_mayor_and_his_deputy_named_in_one_breath() {
    expect(
        "Wali Kota dan Wakil Wali Kota Metro, Sari Dewi dan Budi Karyono, hadir.",
        &[
            ("Sari Dewi", &["definitif Wali Kota @ Kota Metro"]),
            ("Budi Karyono", &["definitif Wakil Wali Kota @ Kota Metro"]),
        ],
    );
}

#[test]
fn an_area_explained_in_brackets_stays_with_the_office() {
    expect(
        "Gubernur Kalimantan Tengah (Kalteng) Sari Dewi hadir.",
        &[("Sari Dewi", &["definitif Gubernur @ Provinsi Kalimantan Tengah"])],
    );
    expect(
        "Bupati Timor Tengah Utara (TTU), Sari Dewi, hadir.",
        &[("Sari Dewi", &["definitif Bupati @ Kabupaten Timor Tengah Utara"])],
    );
    expect(
        "Kepala Kejaksaan Negeri (Kajari) Metro Sari Dewi hadir.",
        &[("Sari Dewi", &["definitif Kepala Kejaksaan Negeri @ Kejaksaan Negeri Metro"])],
    );
}

#[test]
fn a_role_first_and_its_name_paragraphs_later() {
    expect(
        "Wali Kota Metro meminta camat bekerja cepat.\nAir harus surut, katanya.\n\"Semua turun,\" ujar Sari Dewi, Wali \
         Kota Metro.",
        &[("Sari Dewi", &["definitif Wali Kota @ Kota Metro"])],
    );
}

#[test]
fn titles_ranks_and_degrees_are_taken_off_and_kept() {
    let raw = "Sekda Kota Metro Dr. Ir. H. Budi Karyono, S.T., M.Si., hadir bersama Dandim Kolonel Inf. Tono Hardana.";
    expect(
        raw,
        &[("Budi Karyono", &["definitif Sekretaris Daerah @ Kota Metro"]), ("Tono Hardana", &["definitif Dandim"])],
    );
    let (sources, _) = read("article.txt", raw.as_bytes());
    let note = annotate(&sources[0]);
    assert_eq!(note.people[0].honorifics, ["Dr", "H", "Ir", "M.Si", "S.T"]);
    assert_eq!(note.people[1].honorifics, ["Inf", "Kolonel"]);
}

#[test]
fn another_name_of_a_person() {
    for raw in [
        "Bupati Klaten Budi Karyono alias Cak Bud hadir. Cak Bud lalu pulang.",
        "Bupati Klaten Budi Karyono yang akrab disapa Cak Bud hadir. Cak Bud lalu pulang.",
        "Bupati Klaten Budi Karyono (Cak Bud) hadir. Cak Bud lalu pulang.",
    ] {
        expect(raw, &[("Budi Karyono", &["definitif Bupati @ Kabupaten Klaten"])]);
    }
}

#[test]
fn a_minister_who_heads_a_body_too() {
    expect(
        "Menteri Pekerjaan Umum/Kepala Badan Jalan Negara Sari Dewi hadir.",
        &[("Sari Dewi", &["definitif Menteri Pekerjaan Umum/Kepala Badan Jalan Negara"])],
    );
}

#[test]
fn the_field_of_an_office_may_be_long() {
    expect(
        "Kepala Dinas Ketahanan Pangan, Kelautan dan Perikanan Kota Metro Sari Dewi hadir.",
        &[("Sari Dewi", &["definitif Kepala Dinas Ketahanan Pangan, Kelautan dan Perikanan @ Kota Metro"])],
    );
    expect(
        "Deputi Bidang Penjaminan Mutu dan Pembelajaran ASN Sari Dewi menjelaskan hal itu.",
        &[("Sari Dewi", &["definitif Deputi Bidang Penjaminan Mutu dan Pembelajaran ASN"])],
    );
    expect(
        "Kasi Upaya Hukum, Eksekusi, dan Eksaminasi Kejati Lampung, Sari Dewi, hadir.",
        &[("Sari Dewi", &["definitif Kepala Seksi Upaya Hukum, Eksekusi, dan Eksaminasi @ Kejati Lampung"])],
    );
}

#[test]
fn offices_of_firms_in_english() {
    for (printed, office) in [
        ("Vice President PT Maju Terang", "Vice President @ PT Maju Terang"),
        ("CEO PT Maju Terang", "CEO @ PT Maju Terang"),
        ("Chief Operating Officer (COO) PT Maju Terang", "Chief Operating Officer @ PT Maju Terang"),
        ("Head of Corporate Communication PT Maju Terang", "Head of Corporate Communication @ PT Maju Terang"),
        ("Regional Manager PT Maju Terang", "Regional Manager @ PT Maju Terang"),
        ("President Director PT Maju Terang", "President Director @ PT Maju Terang"),
    ] {
        let office = format!("definitif {office}");
        expect(&format!("\"Siap,\" kata {printed}, Sari Dewi, Senin (5/1/2026)."), &[("Sari Dewi", &[&office])]);
    }
}

#[test]
fn a_name_before_a_firm_office() {
    expect(
        "Sari Dewi, Direktur Utama PT Maju Terang, mengatakan pabrik dibuka.",
        &[("Sari Dewi", &["definitif Direktur Utama @ PT Maju Terang"])],
    );
    expect(
        "Sari Dewi, pendiri dan direktur PT Maju Terang, mengatakan pabrik dibuka.",
        &[("Sari Dewi", &["definitif Pendiri @ PT Maju Terang", "definitif Direktur @ PT Maju Terang"])],
    );
}

#[test]
fn an_office_alone_makes_no_person() {
    for raw in [
        "Rapat dihadiri Wali Kota Metro, Ketua DPRD Kota Metro, dan Kapolres.",
        "Surat Edaran Wali Kota Metro Nomor 5 berlaku.",
        "Kantor Bupati Klaten ramai.",
        "Ia ingin menjadi Kepala Desa Sukamaju.",
    ] {
        expect(raw, &[]);
    }
}

#[test]
fn who_stands_in_for_another_holds_his_own_office() {
    expect(
        "Wali Kota Metro yang diwakili Asisten II Setda Kota Metro Sari Dewi membuka rapat.",
        &[("Sari Dewi", &["definitif Asisten II @ Setda Kota Metro"])],
    );
    expect(
        "Kapolres Klaten AKBP Rudi Wiranata melalui Kasat Reskrim AKP Budi Karyono membenarkan hal itu.",
        &[("Rudi Wiranata", &["definitif Kapolres @ Polres Klaten"]), ("Budi Karyono", &["definitif Kasat Reskrim"])],
    );
}

#[test]
fn a_new_office_beside_the_old_one() {
    expect(
        "Sari Dewi, yang sebelumnya Kepala Dinas Sosial Kota Metro, dilantik menjadi Sekretaris Daerah Kota Metro.",
        &[("Sari Dewi", &["definitif Kepala Dinas Sosial @ Kota Metro", "definitif Sekretaris Daerah @ Kota Metro"])],
    );
}

#[test]
fn a_body_that_speaks_elsewhere_is_no_holder_before_a_name_behind_a_comma() {
    let held = held("Karmatel menyatakan dukungan. Sekretaris Jenderal Karmatel, Sari Dewi, menegaskan hal itu.");
    let wanted = ("Sari Dewi".to_owned(), vec!["definitif Sekretaris Jenderal @ Karmatel".to_owned()]);
    assert_eq!(held.first(), Some(&wanted));
    assert!(held[1..].iter().all(|(_, offices)| offices.is_empty()), "{held:?}");
}

#[test]
fn an_apposition_in_small_letters_with_its_body() {
    for (raw, office) in [
        ("Sari Dewi, kepala ekonom di Bank Karmaya memproyeksikan kenaikan.", "Kepala Ekonom @ Bank Karmaya"),
        (
            "Setelah rapat itu, Sari Dewi, ekonom Asia di Karma Economics, telah menduga.",
            "Ekonom Asia @ Karma Economics",
        ),
        (
            "Menurut pengamat otomotif dari Institut Karmaya, Sari Dewi, ada hal lain.",
            "Pengamat otomotif @ Institut Karmaya",
        ),
    ] {
        expect(raw, &[("Sari Dewi", &[&format!("definitif {office}")])]);
    }
    expect(
        "Menurut Sari Dewi, wakil presiden di Karma Management, itu memicu hal lain.",
        &[("Sari Dewi", &["definitif Wakil Presiden @ Karma Management"])],
    );
    expect(
        "Sedangkan Sari Dewi, analis di Karma Investama, dalam catatannya menulis hal itu.",
        &[("Sari Dewi", &["definitif Analis @ Karma Investama"])],
    );
    expect("Menurut jaksa, Sari Dewi menerima uang.", &[("Sari Dewi", &[])]);
}

#[test]
fn bodies_of_two_words_and_two_letters() {
    for (printed, office) in [
        ("Jaksa Penuntut Umum Kejaksaan Agung", "Jaksa Penuntut Umum @ Kejaksaan Agung"),
        ("Wakil Direktur Lalu Lintas Polda Metro Jaya", "Wakil Direktur Lalu Lintas @ Polda Metro Jaya"),
        ("Kepala Departemen Komunikasi BI", "Kepala Departemen Komunikasi @ BI"),
        ("Deputi Bidang Umum BP Batam", "Deputi Bidang Umum @ BP Batam"),
        ("Direktur Komersial Karmatron", "Direktur Komersial @ Karmatron"),
        (
            "Ketua Umum Perhimpunan Dokter Spesialis Kulit Indonesia",
            "Ketua Umum @ Perhimpunan Dokter Spesialis Kulit Indonesia",
        ),
    ] {
        let office = format!("definitif {office}");
        expect(&format!("\"Siap,\" kata {printed}, Budi Karyono."), &[("Budi Karyono", &[&office])]);
    }
}

#[test]
fn a_field_before_the_body_is_the_offices_own() {
    for (printed, office) in [
        ("Dosen Ilmu Politik Universitas Karmaya", "Dosen Ilmu Politik @ Universitas Karmaya"),
        ("Executive Vice President Komunikasi Korporat PLN", "Executive Vice President Komunikasi Korporat @ PLN"),
    ] {
        let office = format!("definitif {office}");
        expect(&format!("{printed} Budi Karyono mengatakan hal itu."), &[("Budi Karyono", &[&office])]);
    }
}

#[test]
fn a_team_in_small_letters_and_its_country_end_the_phrase() {
    expect(
        "Pelatih ganda putra Indonesia Budi Karyono mengatakan hal itu.",
        &[("Budi Karyono", &["definitif Pelatih ganda putra @ Indonesia"])],
    );
}

#[test]
fn a_weekday_or_another_office_ends_a_body() {
    expect(
        "Kapolsek Sukakarya, Kudus, AKP Sari Dewi, mengatakan hal itu.",
        &[("Sari Dewi", &["definitif Kapolsek @ Polsek Sukakarya"])],
    );
    expect(
        "\"Siap,\" kata Anggota Komisi V DPR RI dan Bupati Bogor, Budi Karyono.",
        &[("Budi Karyono", &["definitif Anggota Komisi V @ DPR RI"])],
    );
}

#[test]
fn a_name_behind_the_bracket_of_a_body() {
    expect(
        "Pakar transportasi Institut Karmaya Bandung (IKB) Sari Dewi mengatakan hal itu.",
        &[("Sari Dewi", &["definitif Pakar transportasi @ Institut Karmaya Bandung (IKB)"])],
    );
}

#[test]
fn the_father_of_somebody_is_somebody_else() {
    let held = held("Ayah Sari Dewi, aktor Budi Karyono, mengatakan hal itu.");
    let of = |name: &str| held.iter().find(|(held, _)| held == name).map(|(_, offices)| offices.as_slice());
    assert_eq!(of("Budi Karyono"), Some(["definitif Aktor".to_owned()].as_slice()), "{held:?}");
    assert!(of("Sari Dewi").is_none_or(<[String]>::is_empty), "{held:?}");
}

#[test]
fn letters_of_the_offices_own_body_are_no_further_body() {
    expect(
        "Kepala Badan Gizi Nasional (BGN) Budi Karyono mengatakan hal itu.",
        &[("Budi Karyono", &["definitif Kepala Badan Gizi Nasional"])],
    );
}

#[test]
fn a_player_between_commas_and_a_new_coach() {
    expect(
        "Mereka tak diperkuat bek Karma FC, Sari Dewi, yang harus absen.",
        &[("Sari Dewi", &["definitif Pemain @ Karma FC"])],
    );
    expect(
        "Tim itu berlatih di bawah asuhan pelatih anyar Budi Karyono jelang pekan ketiga.",
        &[("Budi Karyono", &["definitif Pelatih"])],
    );
}

#[test]
fn the_town_of_a_university_is_no_holder() {
    let held = held("\"Siap,\" kata Sari Dewi, profesor politik keamanan di Karma University, Seoul.");
    assert!(held.iter().all(|(name, offices)| name == "Sari Dewi" || offices.is_empty()), "{held:?}");
    let held = self::held("Sari Dewi, profesor sejarah di Universitas Karmaya, Seoul, menyebut hal itu.");
    let wanted = ["definitif Profesor sejarah @ Universitas Karmaya".to_owned()];
    assert_eq!(
        held.iter().find(|(name, _)| name == "Sari Dewi").map(|(_, offices)| offices.as_slice()),
        Some(&wanted[..])
    );
}

#[test]
fn a_branch_of_a_party_is_where_its_head_presides() {
    for branch in ["DPP", "DPW", "DPD", "DPC"] {
        let raw = format!("“Kami siap,” kata Ketua {branch} Partai Karmaya Kota Metro Sari Dewi Lestari.");
        let office = format!("definitif Ketua @ {branch} Partai Karmaya Kota Metro");
        expect(&raw, &[("Sari Dewi Lestari", &[office.as_str()])]);
    }
}

#[test]
fn an_office_in_small_letters_that_names_its_body_belongs_to_the_name_before_a_copula() {
    for copula in ["merupakan", "adalah"] {
        let raw = format!("Sari Dewi Lestari {copula} anggota DPR RI sejak 2019. “Kami siap,” kata Sari.");
        expect(&raw, &[("Sari Dewi Lestari", &["definitif Anggota DPR @ DPR RI"])]);
    }
}

#[test]
fn a_verb_of_saying_closes_an_apposition_that_lacks_its_second_comma() {
    for raw in [
        "Salah seorang warga, Sari Dewi mengungkapkan, air naik Senin siang.",
        "Seorang warga, Sari Dewi mengatakan air naik Senin siang.",
        "Salah satu warga, Sari Dewi, mengatakan air naik Senin siang.",
    ] {
        expect(raw, &[("Sari Dewi", &["definitif Warga"])]);
    }
}

#[test]
fn one_more_of_a_kind_is_named_behind_lainnya() {
    expect("Peternak lainnya, Sari Dewi, mengatakan siap.", &[("Sari Dewi", &["definitif Peternak"])]);
    expect("Warga Karmaya lainnya, Sari Dewi, mengatakan siap.", &[("Sari Dewi", &["definitif Warga @ Karmaya"])]);
    // Several of them close a clause, and who speaks behind the comma is somebody else.
    let several = held("Di sana berdiri 13 CEO lainnya, Sari Dewi mengatakan siap.");
    assert!(several.iter().all(|(_, offices)| offices.is_empty()), "{several:?}");
}

#[test]
fn a_body_goes_on_over_and_in_its_short_form() {
    expect(
        "CEO Karmatron Asia & Oceania, Sari Dewi, mengatakan siap.",
        &[("Sari Dewi", &["definitif CEO @ Karmatron Asia & Oceania"])],
    );
}

#[test]
fn ranks_and_wares_before_a_body_belong_to_the_office() {
    for (printed, office) in [
        ("Pelatih Kepala Ganda Putra PBSI", "Pelatih Kepala Ganda Putra @ PBSI"),
        ("Wakil Presiden Eksekutif Karmatron", "Wakil Presiden Eksekutif @ Karmatron"),
        ("Pedagang Emas", "Pedagang Emas"),
        ("Ketua Kelompok Tani Maju Terang", "Ketua @ Kelompok Tani Maju Terang"),
    ] {
        let office = format!("definitif {office}");
        expect(&format!("{printed}, Sari Dewi, mengatakan siap."), &[("Sari Dewi", &[office.as_str()])]);
    }
}

#[test]
fn a_lone_name_behind_a_seat_in_an_assembly_and_a_comma() {
    expect(
        "Mobil itu milik anggota DPRD Karmaya Fraksi Terang, Sariwati.",
        &[("Sariwati", &["definitif Anggota DPRD @ DPRD Karmaya"])],
    );
}

#[test]
fn a_name_glued_to_itself_is_one() {
    expect("Riwayat jabatan Mayjen TNI Sari KaryonoSari Karyono lahir di Metro.", &[("Sari Karyono", &[])]);
}
