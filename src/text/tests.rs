//! What the languages say with samples in the gaps.

use jejak_archive::Date;
use jejak_archive::answer::Scale;
use jejak_archive::model::{Corrected, EventKind, How, QuoteKind, RemovedKind, Standing};
use jejak_archive::query::{FacetKind, Order};

use super::{
    Text, data, data_en, data_id, en, gauge, gauge_en, gauge_id, id, lasting, lasting_en, lasting_id, laws, laws_en,
    laws_id, measure, measure_en, measure_id, own, own_en, own_id, record, record_en, record_id, searches, searches_en,
    searches_id, take, take_en, take_id, time, time_en, time_id,
};
use crate::state::settings::{Language, Theme};

/// Checks what both languages say, the Indonesian first.
macro_rules! says {
    ($text:ident: $($said:expr => $id:expr, $en:expr;)*) => {
        for (language, place) in [(Language::Id, 0), (Language::En, 1)] {
            let $text = Text::of(language);
            $(assert_eq!($said, [$id, $en][place], "{}", stringify!($said));)*
        }
    };
}

/// Each sentence has the gaps that are filled, no more and no fewer, and what is no sentence has none.
#[test]
fn each_gap_is_filled_by_what_is_given() {
    let both = [
        (Text::NAMES, Text::GAPS, [id::LINES, en::LINES]),
        (record::Words::NAMES, record::Words::GAPS, [record_id::LINES, record_en::LINES]),
        (time::Words::NAMES, time::Words::GAPS, [time_id::LINES, time_en::LINES]),
        (take::Words::NAMES, take::Words::GAPS, [take_id::LINES, take_en::LINES]),
        (data::Words::NAMES, data::Words::GAPS, [data_id::LINES, data_en::LINES]),
        (searches::Words::NAMES, searches::Words::GAPS, [searches_id::LINES, searches_en::LINES]),
        (laws::Words::NAMES, laws::Words::GAPS, [laws_id::LINES, laws_en::LINES]),
        (gauge::Words::NAMES, gauge::Words::GAPS, [gauge_id::LINES, gauge_en::LINES]),
        (measure::Words::NAMES, measure::Words::GAPS, [measure_id::LINES, measure_en::LINES]),
        (own::Words::NAMES, own::Words::GAPS, [own_id::LINES, own_en::LINES]),
        (lasting::Words::NAMES, lasting::Words::GAPS, [lasting_id::LINES, lasting_en::LINES]),
    ];
    for (names, gaps, texts) in both {
        for (lines, other) in texts.into_iter().zip([",", "."]) {
            assert_eq!(lines.lines().count(), names.len(), "a line each");
            for ((name, &gaps), line) in names.iter().zip(gaps).zip(lines.lines()) {
                let mut seen: Vec<usize> = Vec::new();
                for gap in line.split('{').skip(1) {
                    let (gap, _) = gap.split_once('}').unwrap();
                    let (place, form) = gap.split_at(1);
                    let forms = form.strip_prefix('|').map(|forms| forms.split('|').count());
                    assert!(matches!(form, "" | "." | ",") || forms == Some(2), "{name}: {line}");
                    assert_ne!(form, other, "the mark between thousands is another language's: {name}: {line}");
                    seen.push(place.parse().unwrap());
                }
                seen.sort_unstable();
                seen.dedup();
                assert_eq!(seen, (1..=gaps).collect::<Vec<_>>(), "{name}: {line}");
                assert_eq!(line.matches('}').count(), line.matches('{').count(), "{name}: {line}");
                assert!(gaps > 0 || !line.contains('¦'), "{name}: {line}");
            }
        }
    }
}

#[test]
fn sentences_say_what_is_given() {
    let names = ["x".to_owned(), "y".to_owned()];
    let (day, later) = (Date::constant(2026, 1, 19), Date::constant(2026, 5, 3));
    says! { t:
        t.footer_stamp().with("a{1}") => "Edisi arsip a{1}", "Archive edition a{1}";
        t.footer_licence().with("a{1}") => "Lisensi teks: a{1}", "Licence of the texts: a{1}";
        t.number().with(1) => "1", "1";
        t.number().with(27_067) => "27.067", "27,067";
        t.count().with(0) => "Tidak ada artikel", "No articles";
        t.count().with(1) => "1 artikel", "1 article";
        t.count().with(27_067) => "27.067 artikel", "27,067 articles";
        t.count_page().with(1, 20, 1) => "1–20 dari 1 artikel", "1–20 of 1 article";
        t.count_page().with(1_001, 1_020, 27_067) =>
            "1.001–1.020 dari 27.067 artikel",
            "1,001–1,020 of 27,067 articles";
        t.searching_for().with("a{1}") => "untuk “a{1}”", "for “a{1}”";
        t.dropped().with(&names) =>
            "Tidak ada artikel yang memuat semua kata; diabaikan: x, y.",
            "No article holds all the words; left out: x, y.";
        t.unread().with(&names) =>
            "Bagian alamat ini tidak dapat dibaca dan diabaikan: x, y.",
            "These parts of the address could not be read and were ignored: x, y.";
        t.spelled().with("a", "b") =>
            "Tidak ada artikel yang memuat “a”. Ini hasil untuk “b”.",
            "No article holds “a”. These are the results for “b”.";
        t.spelled_too().with("a", "b") =>
            "Hampir tidak ada artikel yang memuat “a”. Termasuk juga hasil untuk “b”.",
            "Hardly an article holds “a”. Results for “b” are among these.";
        t.person_facts().with(1, 2) => "1 pernyataan, disebut dalam 2 artikel", "1 statement, named in 2 articles";
        t.person_facts().with(3_000, 1) =>
            "3.000 pernyataan, disebut dalam 1 artikel",
            "3,000 statements, named in 1 article";
        t.spelled_back().with("a{1}") => "Cari persis “a{1}”", "Search for exactly “a{1}”";
        t.show().with(0) => "Tutup saringan", "Close the filters";
        t.show().with(1) => "Lihat 1 artikel", "Show 1 article";
        t.show().with(27_067) => "Lihat 27.067 artikel", "Show 27,067 articles";
        t.include().with("a", 1) => "a, 1 artikel", "a, 1 article";
        t.include().with("a", 1_000) => "a, 1.000 artikel", "a, 1,000 articles";
        t.exclude().with("a{1}") => "Kecualikan a{1}", "Exclude a{1}";
        t.remove_filter().with("a{1}") => "Lepas saringan a{1}", "Remove the filter a{1}";
        t.page_of().with(1, 2) => "Halaman 1 dari 2", "Page 1 of 2";
        t.page_of().with(3_000, 1) => "Halaman 3.000 dari 1", "Page 3,000 of 1";
        t.timeline_bar().with("a", 1, 1) => "a: 1 dari 1 artikel", "a: 1 of 1 article";
        t.timeline_bar().with("a", 2, 1_234) => "a: 2 dari 1.234 artikel", "a: 2 of 1,234 articles";
        t.timeline_gap().with("a{1}") => "a{1}: arsip tidak memuat artikel", "a{1}: no articles in the archive";
        t.timeline_undated().with(1) => "1 artikel tanpa tanggal", "1 article without a date";
        t.timeline_undated().with(27_067) => "27.067 artikel tanpa tanggal", "27,067 articles without a date";
        t.empty_without().with("a", 1) => "Tanpa a: 1 artikel", "Without a: 1 article";
        t.empty_without().with("a", 1_000) => "Tanpa a: 1.000 artikel", "Without a: 1,000 articles";
        t.record.without().with("a", 1) => "Tanpa a: 1 pernyataan", "Without a: 1 statement";
        t.record.without().with("a", 1_000) => "Tanpa a: 1.000 pernyataan", "Without a: 1,000 statements";
        t.by().with(&names) => "Penulis: x, y", "By x, y";
        t.read_source().with("a{1}") => "Baca di a{1}", "Read at a{1}";
        t.also_at().with("a{1}") => "Juga di a{1}", "Also at a{1}";
        t.rail_count().with(1) => "1 pernyataan, berurutan", "1 statement in order";
        t.rail_count().with(27_067) => "27.067 pernyataan, berurutan", "27,067 statements in order";
        t.quotes().with(0) => "Tanpa pernyataan", "No statements";
        t.quotes().with(1) => "1 pernyataan", "1 statement";
        t.quotes().with(27_067) => "27.067 pernyataan", "27,067 statements";
        t.quote_link().with("a{1}") => "Tautan ke pernyataan a{1}", "Link to the statement of a{1}";
        t.at_source().with("a{1}") => "Lihat di a{1}", "See it at a{1}";
        t.more_of().with("a{1}") => "Semua artikel tentang a{1}", "All articles about a{1}";
        t.removed().with(1) => "1 bagian dipisahkan dari naskah", "1 piece set apart from the text";
        t.removed().with(27_067) => "27.067 bagian dipisahkan dari naskah", "27,067 pieces set apart from the text";
        t.alike_shared().with(&names) => "Kesamaan: x, y", "In common: x, y";
        t.missing_path().with("a{1}") => "Tidak ada halaman di alamat “a{1}”.", "There is no page at “a{1}”.";
        t.missing_article().with("a{1}") =>
            "Arsip ini tidak memuat artikel “a{1}”. Mungkin artikelnya dicabut atau alamatnya terpotong.",
            "This archive has no article “a{1}”. It may have been withdrawn, or the address was cut.";
        t.withdrawn_by().with(", x") =>
            "Artikel di alamat ini dihapus oleh pengelola arsip, x.",
            "The article at this address was removed by the archive's editors, x.";
        t.withdrawn_why().with("a{1}") => "Alasan: a{1}", "Reason: a{1}";
        t.reply().with("a{1}") => "Hak jawab dari a{1}", "Reply by a{1}";
        t.failed_archive().with("a{1}") =>
            "Arsip di dalam halaman ini tidak dapat dibaca: a{1}.",
            "The archive inside this page cannot be read: a{1}.";
        t.record.also().with(&names) => "Juga ditulis x, y", "Also written x, y";
        t.record.called().with(&names) =>
            "Sebutan dan gelar yang tercetak: x, y",
            "Titles and degrees as printed: x, y";
        t.record.named_in().with(1) => "disebut dalam 1 artikel", "named in 1 article";
        t.record.named_in().with(27_067) => "disebut dalam 27.067 artikel", "named in 27,067 articles";
        t.record.statements_in().with(0, 0) => "Tidak ada pernyataan", "No statements";
        t.record.statements_in().with(1, 2) => "1 pernyataan dalam 2 artikel", "1 statement in 2 articles";
        t.record.statements_in().with(3_000, 1) => "3.000 pernyataan dalam 1 artikel", "3,000 statements in 1 article";
        t.record.private().with("a", 1) =>
            "a disebut dalam 1 artikel, tetapi tidak berbicara dan tidak tercatat memegang jabatan di dalamnya. Karena itu tidak ada halaman tersendiri.",
            "a is named in 1 article, but neither speaks nor holds an office there. So there is no page of its own.";
        t.record.private().with("a", 1_000) =>
            "a disebut dalam 1.000 artikel, tetapi tidak berbicara dan tidak tercatat memegang jabatan di dalamnya. Karena itu tidak ada halaman tersendiri.",
            "a is named in 1,000 articles, but neither speaks nor holds an office there. So there is no page of its own.";
        t.record.private_articles().with("a{1}") => "Artikel yang menyebut a{1}", "Articles that name a{1}";
        t.record.role_articles().with(1) => "1 artikel memuatnya", "shown by 1 article";
        t.record.role_articles().with(27_067) => "27.067 artikel memuatnya", "shown by 27,067 articles";
        t.record.over_time_bar().with("a", 1) => "a: 1 pernyataan", "a: 1 statement";
        t.record.over_time_bar().with("a", 1_000) => "a: 1.000 pernyataan", "a: 1,000 statements";
        t.record.undated().with(1) =>
            "1 pernyataan dalam artikel tanpa tanggal",
            "1 statement in articles without a date";
        t.record.undated().with(27_067) =>
            "27.067 pernyataan dalam artikel tanpa tanggal",
            "27,067 statements in articles without a date";
        t.record.cue().with("a{1}") => "Kata penanda: “a{1}”.", "Cue: “a{1}”.";
        t.record.in_force().with("a", "b") =>
            "menurut artikel lain saat itu a (b)",
            "by other articles of that time a (b)";
        t.record.more().with(1) => "1 lagi", "1 more";
        t.record.more().with(27_067) => "27067 lagi", "27067 more";
        t.record.articles_in().with("a", 1) => "a, 1 artikel", "a, 1 article";
        t.record.articles_in().with("a", 1_000) => "a, 1.000 artikel", "a, 1,000 articles";
        t.record.statements_by().with("a", 1) => "a, 1 pernyataan", "a, 1 statement";
        t.record.statements_by().with("a", 1_000) => "a, 1.000 pernyataan", "a, 1,000 statements";
        t.record.explore_all().with(1) => "Jelajahi 1 artikel", "Explore 1 article";
        t.record.explore_all().with(27_067) => "Jelajahi 27.067 artikel", "Explore 27,067 articles";
        t.record.group_all().with(1) => "Lihat semua 1 pernyataan", "See all 1 statement";
        t.record.group_all().with(27_067) => "Lihat semua 27.067 pernyataan", "See all 27,067 statements";
        t.record.group_part().with(1, 2) => "1 dari 2 pernyataan", "1 of 2 statements";
        t.record.group_part().with(3_000, 1) => "3.000 dari 1 pernyataan", "3000 of 1 statement";
        t.time.top().with(1) => "batang tertinggi 1", "tallest bar 1";
        t.time.top().with(27_067) => "batang tertinggi 27.067", "tallest bar 27,067";
        t.time.outside().with(1) => "1 di luar bentang ini", "1 outside this stretch";
        t.time.outside().with(27_067) => "27.067 di luar bentang ini", "27,067 outside this stretch";
        t.time.events_hint().with(1, 2) =>
            "1 dari 2 artikel: yang memuat pernyataan terbanyak, menurut jenis acaranya.",
            "1 of 2 articles: those with most statements, by kind of event.";
        t.time.events_hint().with(3_000, 1) =>
            "3.000 dari 1 artikel: yang memuat pernyataan terbanyak, menurut jenis acaranya.",
            "3,000 of 1 articles: those with most statements, by kind of event.";
        t.searched_with("a", &names) => "“a” dicari bersama “x”, “y”.", "“a” was looked for together with “x”, “y”.";
        t.suggested().with(t.facet().of(FacetKind::Topic), 1) => "Topik, 1 artikel", "Topics, 1 article";
        t.chosen(FacetKind::Event, "a", false) => "Jenis acara: a", "Kind of event: a";
        t.chosen(FacetKind::Place, "a", true) => "Tempat: bukan a", "Places: not a";
        t.chip_from().with(&t.date_short(day)) => "Sejak 19 Jan 2026", "From 19 Jan 2026";
        t.chip_to().with(&t.date_short(day)) => "Sampai 19 Jan 2026", "Until 19 Jan 2026";
        t.corrected_by(&[Corrected::Speaker, Corrected::Name, Corrected::Date]) =>
            "Dikoreksi oleh pengelola arsip: pembicara, nama, tanggal.",
            "Corrected by the archive's editors: speaker, name, date.";
        t.published_on().with(&t.date_long(day)) =>
            "Terbit Senin, 19 Januari 2026",
            "Published Monday, 19 January 2026";
        t.weekday_differs().with("a", &t.date_long(day)) =>
            "Hari dan tanggalnya tidak cocok: tercetak “a”, padahal Senin, 19 Januari 2026.",
            "Weekday and date do not agree: printed as “a”, yet it was Monday, 19 January 2026.";
        t.sure(0) => "kurang yakin (0 dari 100)", "unsure (0 of 100)";
        t.sure(59) => "kurang yakin (59 dari 100)", "unsure (59 of 100)";
        t.sure(60) => "cukup yakin (60 dari 100)", "fairly sure (60 of 100)";
        t.sure(79) => "cukup yakin (79 dari 100)", "fairly sure (79 of 100)";
        t.sure(80) => "yakin (80 dari 100)", "sure (80 of 100)";
        t.sure(94) => "yakin (94 dari 100)", "sure (94 of 100)";
        t.sure(95) => "sangat yakin (95 dari 100)", "very sure (95 of 100)";
        t.sure(100) => "sangat yakin (100 dari 100)", "very sure (100 of 100)";
        t.record.unknown_record(FacetKind::Person, "a") =>
            "Arsip ini tidak mengenal tokoh “a”. Mungkin alamatnya berubah atau terpotong.",
            "This archive knows no person “a”. The address may have changed or been cut.";
        t.record.unknown_record(FacetKind::Organisation, "a") =>
            "Arsip ini tidak mengenal lembaga “a”. Mungkin alamatnya berubah atau terpotong.",
            "This archive knows no organisation “a”. The address may have changed or been cut.";
        t.record.unknown_record(FacetKind::Topic, "a") =>
            "Arsip ini tidak mengenal topik “a”. Mungkin alamatnya berubah atau terpotong.",
            "This archive knows no topic “a”. The address may have changed or been cut.";
        t.record.unknown_record(FacetKind::Regulation, "a") =>
            "Arsip ini tidak mengenal peraturan “a”. Mungkin alamatnya berubah atau terpotong.",
            "This archive knows no regulation “a”. The address may have changed or been cut.";
        t.record.role_day().with(&t.date_short(day)) => "hanya pada 19 Jan 2026", "only on 19 Jan 2026";
        t.record.role_days().with(&t.date_short(day), &t.date_short(later)) =>
            "19 Jan 2026 – 3 Mei 2026",
            "19 Jan 2026 – 3 May 2026";
        t.record.differ().with("a", "b", "c", "d", "e") =>
            "Keterangan berbeda tentang a: b (c), sedangkan d (e). Keduanya ditampilkan seperti tercetak; arsip ini tidak menentukan mana yang benar.",
            "Articles differ about a: b (c), but d (e). Both are shown as printed; this archive does not decide which is right.";
        t.record.change().with("a", "b", "c", "d", "e") =>
            "Kedudukan yang tercetak sebagai a tidak sama dari waktu ke waktu: b (c), kemudian d (e). Itu dapat berarti pengangkatan, dapat juga hanya cara menulis yang berbeda.",
            "The standing printed as a is not the same over time: b (c), then d (e). That may be an appointment, or only another way of writing it.";
        t.time.in_tenths(10_000) => "1.000,0", "1,000.0";
        t.time.share(586) => "58,6 per 100 artikel", "58.6 per 100 articles";
        t.filters_active().with(2) => "2 aktif", "2 active";
        t.show_more().with(20) => "Tampilkan 20 lagi", "Show 20 more";
        t.record.confidence_least().with(80) => "80 ke atas", "80 and above";
        t.record.confidence_below().with(60) => "di bawah 60", "below 60";
        t.date_long(day) => "Senin, 19 Januari 2026", "Monday, 19 January 2026";
        t.month(later) => "Mei 2026", "May 2026";
        t.month_short(later) => "Mei 2026", "May 2026";
    }
}

#[test]
fn things_have_their_names() {
    says! { t:
        t.theme_name().of(Theme::Auto) => "Ikuti perangkat", "As the device";
        t.theme_name().of(Theme::Light) => "Terang", "Light";
        t.theme_name().of(Theme::Dark) => "Gelap", "Dark";
        t.facet().of(FacetKind::Person) => "Tokoh", "People";
        t.facet().of(FacetKind::Organisation) => "Lembaga", "Organisations";
        t.facet().of(FacetKind::Topic) => "Topik", "Topics";
        t.facet().of(FacetKind::Regulation) => "Peraturan", "Regulations";
        t.facet().of(FacetKind::Place) => "Tempat", "Places";
        t.facet().of(FacetKind::Event) => "Jenis acara", "Kind of event";
        t.facet().of(FacetKind::Source) => "Sumber", "Sources";
        t.order_name().of(Order::Relevance) => "Paling sesuai", "Best match";
        t.order_name().of(Order::Newest) => "Terbaru", "Newest";
        t.order_name().of(Order::Oldest) => "Terlama", "Oldest";
        t.quote_kind().of(QuoteKind::Direct) => "Kutipan langsung", "Direct quote";
        t.quote_kind().of(QuoteKind::Reported) => "Ucapan tidak langsung", "Reported speech";
        t.event().of(EventKind::Apel) => "Apel", "Roll call";
        t.event().of(EventKind::Lainnya) => "Acara lain", "Other occasion";
        t.how().of(How::Name) => "Nama lengkapnya tertulis di dekat kutipan.", "The full name stands beside the quote.";
        t.how().of(How::Correction) => "Dibetulkan oleh redaksi arsip.", "Corrected by the archive's editors.";
        t.removed_kind().of(RemovedKind::RelatedLink) => "Tautan ke berita lain", "Link to other news";
        t.removed_kind().of(RemovedKind::RepeatedTitle) => "Judul yang terulang", "Repeated headline";
        t.record.standing().of(Standing::Definitive) => "definitif", "definitive";
        t.record.standing().of(Standing::DayToDay) => "Plh", "Plh";
        t.record.standing_means().of(Standing::Definitive) =>
            "memegang jabatan itu sendiri; artikel menulisnya tanpa Pj, Pjs, Plt atau Plh",
            "holds the office itself; articles print it without Pj, Pjs, Plt or Plh";
        t.record.standing_means().of(Standing::DayToDay) =>
            "Pelaksana Harian: menjalankan tugas sehari-hari selagi pemegang jabatan berhalangan",
            "Pelaksana Harian: stands in day by day while the holder is kept away";
        t.time.scale().of(Scale::Year) => "Tahun", "Year";
        t.time.scale().of(Scale::Month) => "Bulan", "Month";
        t.time.scale().of(Scale::Week) => "Minggu", "Week";
        t.time.scale().of(Scale::Day) => "Hari", "Day";
    }
}

#[test]
fn keys_and_examples_stand_beside_what_they_do() {
    for language in [Language::Id, Language::En] {
        let text = Text::of(language);
        let keys: Vec<_> = text.help().all().into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["/", "j", "k", "Enter", "u", "?", "Esc"]);
        let (words, what) = text.asking_examples().all()[4];
        assert_eq!(words, "didik*");
        assert_eq!(what, ["semua kata yang berawal begini", "all words that begin like this"][language as usize]);
        assert_eq!(text.asking_examples().all().len(), 7);
    }
}
