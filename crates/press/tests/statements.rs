//! What counts as a statement: marked words inside a sentence, and clauses in the reporter's words.

use jejak_archive::model::QuoteKind;
use jejak_press::annotate::{SpeakerNote, annotate};
use jejak_press::read::read;

fn statements(raw: &str, kind: QuoteKind) -> Vec<String> {
    let (sources, _) = read("statements.txt", raw.as_bytes());
    let notes = sources.iter().map(annotate);
    notes
        .flat_map(|note| {
            let text = note.cleaned.text;
            let of_kind = note.quotes.into_iter().filter(move |quote| quote.kind == kind);
            of_kind.map(move |quote| text[quote.span.range()].to_string())
        })
        .collect()
}

fn direct(raw: &str) -> Vec<String> {
    statements(raw, QuoteKind::Direct)
}

fn reported(raw: &str) -> Vec<String> {
    statements(raw, QuoteKind::Reported)
}

#[test]
fn marked_words_inside_a_sentence_are_what_was_said() {
    assert_eq!(
        direct("Wali Kota Sari Dewi menegaskan \"tidak ada pungutan di sekolah\"."),
        ["tidak ada pungutan di sekolah"]
    );
    assert_eq!(
        direct(
            "Sari Dewi meminta agar camat \"mencatat semua keluhan\" dan mendahulukan \"perbaikan saluran yang rusak\"."
        ),
        ["mencatat semua keluhan", "perbaikan saluran yang rusak"]
    );
    assert_eq!(direct("Anggaran, kata Sari Dewi, \"harus dipakai dengan hemat\"."), ["harus dipakai dengan hemat"]);
}

#[test]
fn names_and_terms_between_marks_are_no_statements() {
    let none: [&str; 4] = [
        "Sari Dewi menyebut lomba bertema \"menanam untuk masa depan\" ramai.",
        "Sari Dewi menjelaskan \"Gerakan Bersih Pasar Kita\" di kantornya.",
        "Sari Dewi menyebut \"kota hijau\" itu.",
        "Warga menanam \"pohon yang tidak pernah berbuah\".",
    ];
    for raw in none {
        assert_eq!(direct(raw), Vec::<String>::new(), "{raw}");
    }
}

#[test]
fn two_verbs_of_one_speaker_are_two_statements() {
    let raw = "Sari Dewi mengatakan jalan itu rusak berat dan meminta warga menanam pohon di sana.";
    assert_eq!(reported(raw), ["jalan itu rusak berat", "warga menanam pohon di sana"]);
    // The first is a bare topic.
    let raw = "Sari Dewi mengingatkan cuaca ekstrem Februari-Maret dan meminta warga terdampak didata.";
    assert_eq!(reported(raw), ["warga terdampak didata"]);
}

#[test]
fn mottos_behind_a_colon_are_no_statements() {
    assert_eq!(
        direct("Sari Dewi hadir.\nTema ulang tahun ke-90: \"Satu Kota Untuk Semua\" tahun ini."),
        Vec::<String>::new()
    );
}

#[test]
fn a_clause_that_stands_between_marks_is_told_once() {
    let raw = "Sari Dewi menyatakan camat akan \"mencatat semua keluhan\" serta menjawabnya.";
    assert_eq!(direct(raw), ["mencatat semua keluhan"]);
    assert_eq!(reported(raw), Vec::<String>::new());
}

#[test]
fn a_request_keeps_its_subject_where_nothing_marks_it() {
    assert_eq!(
        reported("Sari Dewi meminta warga menanam pohon untuk peneduh jalan."),
        ["warga menanam pohon untuk peneduh jalan"]
    );
    assert_eq!(reported("Sari Dewi meminta warga untuk menanam pohon di jalan."), ["menanam pohon di jalan"]);
    assert_eq!(
        reported("Sari Dewi yakin warga ikut serta. Laporan dimintanya segera dibuka untuk umum."),
        ["warga ikut serta", "segera dibuka untuk umum"]
    );
}

#[test]
fn a_day_or_an_office_behind_the_speaker_is_no_clause() {
    assert_eq!(
        reported("Pasar itu akan dibuka lagi, kata Sari Dewi, Senin (5/5/2025)."),
        ["Pasar itu akan dibuka lagi"]
    );
    assert_eq!(
        reported("Pasar itu akan dibuka lagi, kata Sari Dewi, yang memimpin rapat."),
        ["Pasar itu akan dibuka lagi"]
    );
    assert_eq!(reported("Pasar itu, kata Sari Dewi, akan dibuka lagi."), ["akan dibuka lagi"]);
}

#[test]
fn each_cue_of_a_sentence_has_its_own_clause() {
    assert_eq!(
        reported(
            "Sari Dewi meminta camat bekerja cermat dan kembali mengingatkan mereka agar tetap ramah kepada warga."
        ),
        ["camat bekerja cermat", "tetap ramah kepada warga"]
    );
    assert_eq!(
        reported(
            "Pasar itu tetap dibuka, kata Sari Dewi saat menerima pedagang di aula kota yang baru saja diperbaiki."
        ),
        ["Pasar itu tetap dibuka"]
    );
    assert_eq!(reported("Sari Dewi yang datang kemudian menyampaikannya, Rabu (7/5/2025)."), Vec::<String>::new());
}

#[test]
fn a_thing_without_a_predicate_is_no_clause() {
    assert_eq!(reported("Sari Dewi menyampaikan kekecewaannya atas penundaan rapat."), Vec::<String>::new());
    assert_eq!(reported("Sari Dewi memaparkan rencana untuk menata taman kota."), Vec::<String>::new());
    assert_eq!(reported("Sari Dewi menyebut taman kota akan ditata."), ["taman kota akan ditata"]);
    assert_eq!(reported("Sari Dewi mengatakan motor itu milik tetangga."), ["motor itu milik tetangga"]);
    assert_eq!(
        reported("Sari Dewi menyebut jalan yang telah rusak sangat menyulitkan warga."),
        ["jalan yang telah rusak sangat menyulitkan warga"]
    );
    assert_eq!(reported("Sari Dewi menyampaikan kepada semua pegawai agar tetap ramah."), ["tetap ramah"]);
}

#[test]
fn two_commas_are_no_mark() {
    let found = direct("“Kalau begitu tanda ada rasa,, buat apa jauh,, mudah-mudahan jodoh,” tulis Sari Dewi.");
    assert_eq!(found, ["Kalau begitu tanda ada rasa,, buat apa jauh,, mudah-mudahan jodoh"]);
}

/// The reported statements of an article, each as `speaker: words`.
fn told(raw: &str) -> Vec<String> {
    let (sources, _) = read("statements.txt", raw.as_bytes());
    let note = annotate(&sources[0]);
    let name = |speaker: &SpeakerNote| match speaker {
        SpeakerNote::Person(person) => note.people[*person].name.clone(),
        SpeakerNote::Organisation(body) => note.organisations[*body].name.clone(),
        SpeakerNote::Role(role) => role.clone(),
    };
    let reported = note.quotes.iter().filter(|quote| quote.kind == QuoteKind::Reported);
    reported
        .map(|quote| {
            let speaker = quote.speaker.as_ref().map_or_else(|| "nobody".to_owned(), name);
            format!("{speaker}: {}", &note.cleaned.text[quote.span.range()])
        })
        .collect()
}

#[test]
fn a_clause_may_begin_with_the_speaker_a_time_a_number_or_a_thing() {
    let clauses = [
        "dirinya tidak mengenal pembeli itu",
        "saat ini pihaknya masih mendata pedagang",
        "sejumlah kios sudah dibongkar",
        "laporan warga belum diterima petugas",
        "itu bukan tugas camat",
        "lebih dari seratus warga mengungsi ke balai desa",
    ];
    for clause in clauses {
        let raw = format!("Lurah Sukamaju Sari Dewi mengatakan {clause}.");
        assert_eq!(told(&raw), [format!("Sari Dewi: {clause}")], "{raw}");
    }
    for topic in ["sejumlah usul warga", "laporan keuangan desa", "itu saat rapat", "dirinya"] {
        let raw = format!("Lurah Sukamaju Sari Dewi menyampaikan {topic}.");
        assert_eq!(told(&raw), Vec::<String>::new(), "{raw}");
    }
}

#[test]
fn a_wish_that_began_before_agar_is_told_whole() {
    let raw = "Lurah Sukamaju Sari Dewi berharap warga menjaga sungai agar banjir tidak datang lagi.";
    assert_eq!(told(raw), ["Sari Dewi: warga menjaga sungai agar banjir tidak datang lagi"]);
    let raw = "Lurah Sukamaju Sari Dewi meminta warga bantaran agar pindah sebelum hujan.";
    assert_eq!(told(raw), ["Sari Dewi: pindah sebelum hujan"]);
    let raw = "Lurah Sukamaju Sari Dewi mengingatkan kepada para pedagang, kios di tepi jalan akan ditertibkan.";
    assert_eq!(told(raw), ["Sari Dewi: kios di tepi jalan akan ditertibkan"]);
    let raw = "Lurah Sukamaju Sari Dewi berharap dengan adanya pasar baru, pedagang bisa berjualan.";
    assert_eq!(told(raw), ["Sari Dewi: dengan adanya pasar baru, pedagang bisa berjualan"]);
}

#[test]
fn cues_of_everyday_news_put_into_a_clause_or_behind_a_short_subject() {
    let named = "\"Siap,\" kata Lurah Sukamaju Sari Dewi.";
    let cases = [
        ("Tak hanya itu, lanjut Sari, hujan merusak dua jembatan.", "hujan merusak dua jembatan"),
        ("Selain itu, Sari sebut, pembukaan pasar harus melibatkan warga.", "pembukaan pasar harus melibatkan warga"),
        ("Ia juga ingatkan para sopir agar tidak parkir di trotoar.", "tidak parkir di trotoar"),
        ("Susunan acara itu kata dia, masih akan berubah.", "masih akan berubah"),
        ("Bantuan itu dikatakan Sari akan dibagikan besok.", "akan dibagikan besok"),
        ("Sari menyoroti bahwa jalan desa sudah lama rusak.", "jalan desa sudah lama rusak"),
        ("Menurut Sari warga sudah mengungsi.", "warga sudah mengungsi"),
    ];
    for (sentence, words) in cases {
        let raw = format!("{named}\n{sentence}");
        assert_eq!(told(&raw), [format!("Sari Dewi: {words}")], "{raw}");
    }
}

#[test]
fn what_is_felt_denied_or_done_is_no_statement() {
    let named = "\"Siap,\" kata Lurah Sukamaju Sari Dewi.";
    let none = [
        "Dia pulang karena merasa diperlakukan tidak adil oleh panitia.",
        "Dia tidak meminta persetujuan camat sebelum pasar dibongkar.",
        "Hal itu berkaitan dengan telah diumumkannya aturan yang menaikkan retribusi.",
    ];
    for sentence in none {
        let raw = format!("{named}\n{sentence}");
        assert_eq!(told(&raw), Vec::<String>::new(), "{raw}");
    }
    // What stands behind a quote, its speaker and a comma says who the speaker is.
    let raw = "\"Pasar ramai,\" kata Sari Dewi, seorang pedagang yang sudah lama berjualan di sana.";
    assert_eq!(told(raw), Vec::<String>::new());
}

#[test]
fn who_says_it_where_a_name_a_firm_or_letters_stand_before_the_verb() {
    let raw = "\"Siap,\" kata Lurah Sukamaju Sari Dewi.\nMenurut Sari, Budi Karyono tidak bersalah dalam perkara itu.";
    assert_eq!(told(raw), ["Sari Dewi: Budi Karyono tidak bersalah dalam perkara itu"]);
    let raw = "PT Terang Karya Tbk menjual pabriknya. Perseroan menyatakan bahwa pabrik itu sudah lama merugi.";
    assert_eq!(told(raw), ["PT Terang Karya Tbk: pabrik itu sudah lama merugi"]);
    let raw =
        "Dewan Pangan Karmaya (DPKA) menolak usul itu. Dengan demikian, DPKA menegaskan bahwa harga tidak akan naik.";
    assert_eq!(told(raw), ["Dewan Pangan Karmaya: harga tidak akan naik"]);
}
