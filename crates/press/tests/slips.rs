//! Slips of the hand in names: misspelt, repeated, glued, with a heading's word before or behind them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod speaking;

use speaking::expect;

#[test]
fn one_name_in_two_spellings_is_one_person_by_the_fullest_form() {
    expect(
        "Kasi Intel Kejari Karmaya, Sari Prastyo Ajie, hadir. \"Kami siap membantu warga,\" kata Sari Prasetyo.",
        &["Sari Prastyo Ajie"],
    );
    expect(
        "Kapolsek Sukaraya Kompol Imanel Hardana hadir. \"Kami siap membantu,\" ujar Imanuel Hardana. Warga senang. \
         \"Bantuan ini untuk semua warga,\" kata Imanuel.",
        &["Imanel Hardana", "Imanel Hardana"],
    );
}

#[test]
fn of_two_spellings_the_one_printed_more_often_counts() {
    expect(
        "Artis Sari Prakarsa datang. Sari Prakasa lalu pulang, dan Sari Prakasa senang. \"Saya mau tidur dulu,\" kata \
         Sari Prakasa.",
        &["Sari Prakasa"],
    );
}

#[test]
fn a_lone_name_that_stands_once_and_is_nearly_the_only_one() {
    expect(
        "Menteri Sari Hardana hadir. \"Kami siap membantu warga,\" kata Hardana. \"Semua warga terdata,\" tambah Hadrana.",
        &["Sari Hardana", "Sari Hardana"],
    );
}

#[test]
fn brothers_and_sisters_stay_apart() {
    expect(
        "Warga Budi Sumarno dan Budi Sumarni hadir. \"Kami senang bisa datang,\" kata Budi Sumarni. \"Kami juga lelah \
         hari ini,\" kata Budi Sumarno.",
        &["Budi Sumarni", "Budi Sumarno"],
    );
    expect(
        "\"Kami senang bisa datang,\" kata Sari Setiawan Hardana. \"Kami juga lelah hari ini,\" kata Sari Kurniawan \
         Hardana.",
        &["Sari Setiawan Hardana", "Sari Kurniawan Hardana"],
    );
}

#[test]
fn a_name_said_twice_because_a_full_stop_is_lost() {
    expect("Menteri Sari Karyono hadir. \"Kami siap membantu,\" ujar Karyono Karyono lalu pulang.", &["Sari Karyono"]);
    expect("\"Kami siap membantu warga,\" kata Sari Butar Butar.", &["Sari Butar Butar"]);
}

#[test]
fn a_small_word_glued_behind_a_short_name_that_stands_elsewhere() {
    expect("Artis Sari Ayusudah pulang. Sari Ayu lelah. \"Saya mau tidur dulu,\" kata Sari.", &["Sari Ayu"]);
}

#[test]
fn a_no_break_space_that_was_read_as_another_encoding() {
    expect(
        "Pelatih Sari Karyono hadir. \"Kami siap menang,\" lanjut Karyono.Â \u{a0}ÂMenurut Karyono, itu baik.",
        &["Sari Karyono"],
    );
}

#[test]
fn what_a_heading_says_before_and_behind_a_name() {
    expect("Konser Karyono ramai. \"Saya senang bisa tampil,\" kata Karyono.", &["Karyono"]);
    expect(
        "Sari Dewi Siap Pulang\n\nSari Dewi Siap bertugas. Penyanyi Sari Dewi lalu pamit. \"Saya senang bisa \
         tampil,\" ucapnya.",
        &["Sari Dewi"],
    );
}

#[test]
fn whose_lawyer_it_is_stands_before_the_name() {
    expect(
        "Budi Karyono digugat. Pengadilan ramai. Kemarin pengacara Karyono Sari Dewi Hardana hadir. \"Gugatan itu \
         lemah sekali,\" kata Hardana.",
        &["Sari Dewi Hardana"],
    );
}

#[test]
fn a_first_name_behind_the_short_form_of_a_body() {
    expect(
        "Corporate Secretary BRI Karyasta Sari Hardana hadir. \"Kami siap tumbuh tahun ini,\" ujar Sari.",
        &["Karyasta Sari Hardana"],
    );
}

#[test]
fn an_embassy_and_a_court_are_bodies() {
    expect("\"Semua warga sudah pulang,\" kata KBRI Karmaya Baru dalam keterangannya.", &["KBRI Karmaya Baru"]);
    expect(
        "PN Palu membatalkan hal itu. \"Putusan itu tidak sah,\" ujar hakim tunggal PN Palu, Sari Hardana Dewi saat \
         sidang.",
        &["Sari Hardana Dewi"],
    );
}

#[test]
fn the_full_name_in_a_headline() {
    expect(
        "Curhat Pilu Saria Karyonta Masih Lelah\n\nKaryonta lelah. \"Saya mau tidur dulu,\" kata Karyonta.",
        &["Saria Karyonta"],
    );
}

#[test]
fn a_husband_goes_by_the_name_that_his_wife_bears_too() {
    expect(
        "Kapolda Karmaya Irjen Herry Hardana dan istri, Ny Tina Herry Hardana hadir. \"Sudah pada sarapan belum?\" tanya \
         Herry Hardana. \"Ini semua untuk kalian,\" lanjut Herry.",
        &["Herry Hardana", "Herry Hardana"],
    );
}

#[test]
fn a_name_that_ends_what_looks_like_a_firm() {
    expect(
        "Komisaris Utama PT Karmaya Prima Simon Hardana belum dapat memastikan hal itu. \"Kami baru akan menjajaki,\" \
         ujarnya.",
        &["Simon Hardana"],
    );
}

#[test]
fn letters_behind_a_name_that_are_a_title_before_one() {
    expect("Musisi Sari RM hadir. \"Saya pasrah pada hakim ini,\" kata Sari RM.", &["Sari RM"]);
}

#[test]
fn a_closing_mark_that_opens() {
    expect(
        "Bupati Sari Kartono hadir. Menurutnya, semua komponen sudah baik.”Sekali lagi kami sangat senang,” paparnya.",
        &["Sari Kartono"],
    );
}

#[test]
fn what_else_it_was_between_a_cue_and_its_agent() {
    expect("\"Selesai sudah ibadah kami di sana,\" ucap dan doa Sari Kartono.", &["Sari Kartono"]);
}

#[test]
fn one_of_several_who_comes_from_somewhere() {
    expect(
        "Ketua Budi Hardana hadir. Salah satu peserta, Sari dari Desa Maju Karya, mengaku senang. \"Saya jadi tahu cara \
         berenang,\" tuturnya.",
        &["Sari"],
    );
}

#[test]
fn what_a_word_means_is_no_statement() {
    expect("Nama hewan ini berarti \"raja para ikan,\" menurut studi baru itu.", &[]);
}

#[test]
fn what_nobody_in_particular_said_goes_on_as_nobodys() {
    expect(
        "Konsultan Sari Kartono menilai hal itu buruk. \"Kerja di sini sulit sekali,\" kata seorang karyawan Karmaya. \"Jadi \
         saya merasa lega sekali,\" imbuhnya.",
        &["nobody", "nobody"],
    );
}

#[test]
fn the_only_one_named_is_whom_nya_means() {
    expect(
        "Pemain film Sari Kartono akhirnya buka suara. \"Kami menikah dengan sederhana saja,\" tulisnya.",
        &["Sari Kartono"],
    );
    expect(
        "Pengacara yang satu ini unik. Di antara waktu luangnya, Saria Kartonoputra sering menyelam. \"Dalam sehari bisa dua \
         kali menyelam,\" katanya.",
        &["Saria Kartonoputra"],
    );
}

#[test]
fn what_something_means_by_someones_word_is_a_statement() {
    expect("Merdeka, kata Wali Kota Sari Kartono, berarti \"bekerja lebih giat untuk warga\".", &["Sari Kartono"]);
}

#[test]
fn how_an_office_is_held_is_no_name() {
    expect(
        "Sari, Penjabat (Pj) Sekretaris Daerah Kota Metro, hadir. Menurut Pj Sekda, birokrasi harus melayani. \"Jangan ada \
         yang merasa lebih dominan,\" pesannya.",
        &["Sari"],
    );
}
