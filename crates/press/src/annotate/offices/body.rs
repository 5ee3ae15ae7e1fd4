//! Where an office is held, as one body: without what printing puts beside it.
//!
//! WHY a last step of its own: the words behind an office are read before its holder is known, and grow while the name is
//! looked for. What is left then may hold an abbreviation of the office itself, a caucus, a term or a number, which are no
//! part of the body, and a field that belongs to the office.

use crate::annotate::offices::closed;
use crate::annotate::offices::field::body_among;
use crate::annotate::offices::roles::RoleMention;
use crate::annotate::offices::tail::{AREA_WORDS, BODY_HEADS, SECRETARIATS};
use crate::lexicon::{TitlePlace, lexicon};
use crate::within::Within as _;

/// Bodies of the whole state: the office names them, so nothing need stand behind it.
const NATIONAL: &[&str] = &["DPR", "DPR RI", "MPR", "MPR RI", "DPD RI", "Polri"];
/// Words behind which a body's words are the caucus, the district or the term that somebody is elected for.
const ELECTED: &[&str] = &[
    " sekaligus ",
    " asal ",
    " Asal ",
    " dari Fraksi ",
    " Fraksi ",
    " dari Dapil ",
    " Dapil ",
    " dapil ",
    " periode ",
    " Periode ",
];
/// Small words that join a body with what stands before or behind it.
const JOINS: &[&str] = &["di", "dari", "pada", "untuk", "dan", "ke", "asal", "se", "of", "and", "the", "for"];
/// Offices whose field may be named behind the body: `Staf Ahli Gubernur NTT Bidang Hukum`.
const OF_FIELDS: &[&str] = &["Staf ", "Wakil Rektor", "Deputi", "Wakil Kepala", "Tenaga Ahli"];
/// Offices that are counted: `Ketua III`, `Direktur Operasi II`.
const COUNTED: &[&str] = &["Ketua", "Wakil Ketua", "Wakil Ketua Umum", "Direktur Operasi", "Terdakwa", "Bendahara"];

/// `Staf hukum Karya Fund`: gives an office the words in small letters before its body that name it more closely, and
/// leaves the rest.
fn give_small(office: &mut String, printed: &str) -> String {
    let lists = lexicon();
    let small = |word: &&str| {
        word.starts_with(char::is_lowercase)
            && word.chars().all(char::is_lowercase)
            && (lists.not_names.contains(*word) || lists.small.contains(*word) || lists.often.contains(*word))
            && !JOINS.contains(word)
            && !closed::KINDS.contains(word)
            && ![AREA_WORDS, BODY_HEADS, SECRETARIATS].iter().any(|list| list.contains(word))
            && !matches!(*word, "media" | "militer" | "pasukan" | "parlemen" | "kepolisian" | "negara")
    };
    let words: Vec<&str> = printed.split(' ').collect();
    let own = words.iter().take_while(|word| small(word)).count();
    let rest = words.get(own).is_some_and(|next| next.starts_with(char::is_uppercase));
    if own == 0 || !rest || own > 3 {
        return printed.to_owned();
    }
    *office = format!("{office} {}", words.within(..own).join(" "));
    words.within(own..).join(" ")
}

/// Brings the body of an office into its form, and gives the office what is its own.
pub(crate) fn settle(role: &mut RoleMention) {
    if role.office.starts_with("Ketua RT ") {
        let end = role.office.find([',', '/']).or_else(|| role.office.find(" RW"));
        role.office.truncate(end.unwrap_or(role.office.len()));
    }
    give_firm(role);
    end_field(role);
    let Some(printed) = role.organisation.take() else {
        if role.body.as_deref().is_some_and(|body| NATIONAL.contains(&body)) {
            role.organisation.clone_from(&role.body);
        }
        return;
    };
    let mut body = without_own(&give_small(&mut role.office, &printed));
    // `kata Menteri Sosial di Kantornya`
    if body == "Tanah Air" || body.ends_with("nya") && !body.contains(' ') {
        body.clear();
    }
    for mark in ELECTED {
        if let Some(at) = body.find(mark) {
            body.truncate(at);
        }
    }
    for mark in ["sekaligus ", "asal ", "Fraksi ", "Dapil ", "dapil ", "Daerah Pemilihan "] {
        if body.starts_with(mark) {
            body.clear();
        }
    }
    for other in [" lainnya", " lain"] {
        body.truncate(body.strip_suffix(other).map_or(body.len(), str::len));
    }
    take_rank(&mut role.office, &mut body);
    take_trade(&mut role.office, &mut body);
    cut_day(&mut body);
    cut_office(&mut body);
    if role.office == "Kepala" || LED.iter().any(|office| role.office.starts_with(office)) {
        take_lead(&mut role.office, &mut body);
    }
    if OF_FIELDS.iter().any(|office| role.office.starts_with(office)) {
        take_field(&mut role.office, &mut body);
    }
    take_count(&mut role.office, &mut body);
    take_area(&mut role.office, &mut body);
    if let Some(at) = body.find(", Kecamatan ").filter(|_| body.starts_with("Kelurahan ") || body.starts_with("Desa "))
    {
        body.truncate(at);
    }
    let mut body = trimmed(&body);
    // `di Kantornya`
    if body.ends_with("nya") && !body.contains(' ') {
        body = "";
    }
    // `Kepala Badan Gizi Nasional (BGN)`: the letters say nothing more.
    let initials: String =
        role.office.split(' ').filter_map(|word| word.chars().next().filter(|c| c.is_uppercase())).collect();
    let own = body.chars().count() > 2 && body.chars().all(char::is_uppercase) && initials.ends_with(body);
    let body = if own { "" } else { body };
    let counsel = matches!(role.office.as_str(), "Pengacara" | "Kuasa Hukum" | "Advokat");
    let served = counsel && !body.split(' ').any(of_body);
    let number = body.starts_with("Nomor") || body == "No" || body.starts_with("No ") || body.starts_with("No.");
    if !(body.is_empty() || served || number) {
        role.organisation = Some(body.to_string());
    } else if role.body.as_deref().is_some_and(|body| NATIONAL.contains(&body)) {
        role.organisation.clone_from(&role.body);
    }
}

/// `Ketua Tim Pelayanan Karya Bidang`, `PHU Kanwil Terang`: a field that the words behind it name belongs to them, and what the
/// office is in charge of stands before it; `Staf Khusus Presiden bidang`, `Ekonomi Karya`: where nothing does, it is the office's.
fn end_field(role: &mut RoleMention) {
    let Some(own) = role.office.strip_suffix(" Bidang").or_else(|| role.office.strip_suffix(" bidang")) else { return };
    let Some(body) = role.organisation.take() else { return };
    if own.starts_with("Ketua Tim ") || own.starts_with("Ketua Kelompok ") {
        role.organisation = Some(format!("Bidang {body}"));
        role.office.truncate(own.len());
        return;
    }
    let words: Vec<&str> = body.split(' ').collect();
    let end = body_among(&words).unwrap_or(words.len());
    // `Kabid Polda Karya`: no field is named.
    if end == 0 {
        role.organisation = Some(body);
        return;
    }
    role.office = format!("{} {}", role.office, words.within(..end).join(" "));
    role.organisation = Some(words.within(end..).join(" ")).filter(|rest| !rest.is_empty());
}

/// `Direktur Niaga Citilink`: a firm or club that the lists know begins the body, whatever words of the office it follows.
fn give_firm(role: &mut RoleMention) {
    let firm = |word: &str| {
        word.starts_with(char::is_uppercase)
            && lexicon().firms.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
    };
    let Some(at) = role.office.match_indices(' ').map(|(at, _)| at).find(|at| {
        let word = role.office.within(at + 1..).split(' ').next().unwrap_or_default();
        firm(word) || word == "Real"
    }) else {
        return;
    };
    let mut body = role.office.split_off(at).trim_start().to_string();
    if let Some(rest) = role.organisation.take() {
        body.push(' ');
        body.push_str(&rest);
    }
    role.organisation = Some(body);
}

/// Whether a word shows that a body is meant, and no person: one of the lists, an area, or an abbreviation.
fn of_body(word: &str) -> bool {
    let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = plain.to_lowercase();
    let caps = plain.chars().count() > 2 && plain.chars().all(char::is_uppercase);
    caps || lexicon().not_names.contains(&lower) || lexicon().often.contains(&lower)
}

/// A body without brackets that hold the office's own abbreviation or that of an area: `RI (Menkarya RI)`,
/// `Kasi Karya) Polres Sukaraya`, `Kalimantan Selatan (Kalsel)`.
fn without_own(printed: &str) -> String {
    let mut body = printed.to_string();
    let unopened = body.find(')').filter(|close| body.find('(').is_none_or(|open| *close < open));
    if let Some(close) = unopened {
        body.drain(..=close);
    }
    let mut from = 0;
    while let Some(open) = body.get(from..).and_then(|rest| rest.find('(')).map(|at| at + from) {
        let close = body.get(open..).and_then(|rest| rest.find(')')).map_or(body.len(), |at| open + at + 1);
        let inside = body.get(open + 1..close).unwrap_or_default().trim_end_matches(')').trim();
        let first = inside.split([' ', '/']).next().unwrap_or_default().to_lowercase();
        let office = lexicon().offices.begins(&first) || first == "kanit" || first == "dir";
        let area = lexicon().regions.holds(&inside.to_lowercase()) || is_area(body.get(..open).unwrap_or_default());
        if office || area {
            body.replace_range(open..close, "");
        } else {
            from = close;
        }
    }
    body.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words are the name of an area, or of one's council.
fn is_area(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let own = ["provinsi ", "kabupaten ", "kota ", "dprd ", "dprk "].iter().find_map(|head| lower.strip_prefix(head));
    lexicon().regions.holds(&lower) || own.is_some_and(|own| lexicon().regions.holds(own))
}

/// Cuts a body where a day or a time begins: `Jakarta pada Pilkada 2024`, `Solo pada Februari 2025`.
fn cut_day(body: &mut String) {
    let Some(at) = body.find(" pada ") else { return };
    let rest = body.within(at + 6..).to_lowercase();
    let first = rest.split(' ').next().unwrap_or_default();
    let day = crate::annotate::dates::is_date_word(first)
        || matches!(first, "pilkada" | "pemilu" | "pilpres" | "pilgub" | "era" | "tahun" | "masa");
    if day {
        body.truncate(at);
    }
}

/// Cuts a body where a weekday or another office begins: `Karmaya, Senin`, `DPR RI dan Bupati Karmaya`.
fn cut_office(body: &mut String) {
    let next = |words: &str| OFFICES.iter().any(|office| words.starts_with(office));
    let day = |words: &str| {
        let first = words.split(' ').next().unwrap_or_default().trim_matches(',').to_lowercase();
        WEEKDAYS.contains(&first.as_str())
    };
    let joint = body.match_indices(" dan ").map(|(at, mark)| (at, mark.len()));
    let comma = body.match_indices(", ").map(|(at, mark)| (at, mark.len()));
    let cut = joint
        .chain(comma)
        .filter(|(at, mark)| body.get(at + mark..).is_some_and(|rest| next(rest) || day(rest)))
        .map(|(at, _)| at)
        .min();
    if let Some(at) = cut {
        body.truncate(at);
    }
}

/// Days of the week.
const WEEKDAYS: &[&str] = &["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];
/// Beginnings of an office that is no part of the body of the one before it.
const OFFICES: &[&str] = &[
    "Gubernur ",
    "Wakil ",
    "Bupati ",
    "Wali Kota ",
    "Walikota ",
    "Ketua ",
    "Sekretaris ",
    "Menteri ",
    "Direktur ",
    "Kepala ",
    "Plt ",
    "Pj ",
];

/// Offices behind which a field may stand before the body: `Dosen Ilmu Politik Universitas Karya`.
const LED: &[&str] = &[
    "Dosen",
    "Guru Besar",
    "Koordinator",
    "General Manager",
    "Vice President",
    "Executive Vice President",
    "Senior Vice President",
    "Corporate Communication",
    "Profesor",
    "Mahasiswa",
    "Senior Manager",
    "VP",
    "Head of",
    "Manajer",
    "Chief",
    "Direktur Eksekutif",
];

/// Moves the area that somebody is in charge of from the body to the office: `Kepala Ekonom Asia di Bank Karya`.
fn take_area(office: &mut String, body: &mut String) {
    let Some((area, rest)) = body.split_once(" di ").or_else(|| body.split_once(" dari ")) else { return };
    if lexicon().regions.holds(&area.to_lowercase()) && !lexicon().regions.holds(&rest.to_lowercase()) {
        *office = format!("{office} {area}");
        *body = rest.to_string();
    }
}

/// Moves the words in front of a body to the office whose field they are.
#[expect(clippy::indexing_slicing, reason = "the words are counted, and one is before those that are not the first")]
fn take_lead(office: &mut String, body: &mut String) {
    let words: Vec<&str> = body.split(' ').collect();
    let letters = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    let joins = |word: &str| matches!(word, "dan" | "&" | "and" | "of");
    let field = |word: &str| {
        let lower = letters(word).to_lowercase();
        let lists = lexicon();
        joins(word)
            || lower == "it"
            || word.starts_with(char::is_uppercase)
                && !lists.firms.contains(&lower)
                && (lists.often.contains(&lower)
                    || lists.small.contains(&lower)
                    || lists.not_names.contains(&lower)
                    || lists.english.ranks.contains(&lower)
                    || crate::annotate::names::parts::names_thing(&lower))
    };
    let acronym = |word: &str| {
        let plain = letters(word);
        plain.chars().count() > 2 && plain.chars().all(char::is_uppercase)
    };
    let begins = |at: usize| {
        let word = words[at];
        // `Hubungan Pemerintah dan Kebijakan Karmatube`: the list of fields goes on.
        if words.get(at + 1).is_some_and(|next| joins(next)) {
            return false;
        }
        let listed = at > 0 && joins(words[at - 1]) || word.starts_with('(');
        body_among(words.within(at..at + 1)) == Some(0)
            || at == 1 && AREA_WORDS.contains(&word.to_lowercase().as_str())
            || !listed && (acronym(word) || lexicon().firms.contains(&letters(word).to_lowercase()))
    };
    // `General Manager Marketing Communication & Relation Karma Mall`: of the field's words the lists know each.
    let ranks = words
        .iter()
        .take_while(|word| joins(word) || lexicon().english.ranks.contains(&letters(word).to_lowercase()))
        .count();
    let firm = || (ranks > 0 && ranks < words.len() && !joins(words[ranks - 1])).then_some(ranks);
    let Some(at) = (0..words.len()).find(|at| begins(*at)).or_else(firm) else { return };
    let listed = |at: usize| at > 0 && joins(words[at - 1]) && acronym(words[at]);
    if at == 0 || joins(words[at - 1]) || !(0..at).all(|index| field(words[index]) || listed(index)) {
        return;
    }
    office.push(' ');
    office.push_str(&words.within(..at).join(" "));
    *body = words.within(at..).join(" ");
}

/// Moves the field of an office from its body: `Staf Ahli Gubernur`, `NTT Bidang Hukum`.
fn take_field(office: &mut String, body: &mut String) {
    let at = if body.starts_with("Bidang ") { Some(0) } else { body.find(" Bidang ") };
    let Some(at) = at else { return };
    let field = body.split_off(at);
    let words: Vec<&str> = field.split_whitespace().collect();
    let end = if at == 0 { body_among(&words).unwrap_or(words.len()) } else { words.len() };
    office.push(' ');
    office.push_str(&words.within(..end).join(" "));
    if at == 0 {
        *body = words.within(end..).join(" ");
    }
}

/// Words that say of what rank or for whom an office is, and begin no body: `Wakil Presiden Eksekutif Karya`.
const RANKS: &[&str] = &[
    "Nasional",
    "Internasional",
    "Eksekutif",
    "Senior",
    "Ganda Putra",
    "Ganda Putri",
    "Ganda Campuran",
    "Tunggal Putra",
    "Tunggal Putri",
];

/// Moves the rank in front of a body to the office: `Pelatih Kepala Ganda Putra`, `PBSI`.
fn take_rank(office: &mut String, body: &mut String) {
    let Some((rank, rest)) = RANKS.iter().find_map(|rank| {
        let rest = body.strip_prefix(rank)?;
        (rest.is_empty() || rest.starts_with(' ')).then_some((*rank, rest.trim_start()))
    }) else {
        return;
    };
    office.push(' ');
    office.push_str(rank);
    // `Pimpinan Nasional (DPN)`: short for the office's own words.
    let end = if rest.starts_with('(') { rest.find(')').map_or(rest.len(), |close| close + 1) } else { 0 };
    *body = rest.within(end..).trim_start().to_string();
}

/// Trades, which are told apart by the thing they deal in.
const TRADES: &[&str] = &["Pedagang", "Petani", "Peternak", "Perajin", "Pengrajin", "Penjual", "Pengusaha", "Nelayan"];

/// Moves the thing that somebody deals in to the office: `Pedagang Emas`.
fn take_trade(office: &mut String, body: &mut String) {
    let thing = |word: &str| {
        let lower = word.to_lowercase();
        crate::stem::is_root(&lower) && !lexicon().given.contains(&lower) && !lexicon().regions.holds(&lower)
    };
    let own = body_among(&body.split(' ').collect::<Vec<_>>()).is_none();
    if TRADES.contains(&office.as_str()) && own && !body.is_empty() && body.split(' ').all(thing) {
        office.push(' ');
        office.push_str(body);
        body.clear();
    }
}

/// Moves a number in front of a body to an office of which there are several.
fn take_count(office: &mut String, body: &mut String) {
    let first = body.split(' ').next().unwrap_or_default();
    let roman = !first.is_empty() && first.len() <= 4 && first.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if roman && COUNTED.contains(&office.as_str()) {
        office.push(' ');
        office.push_str(first);
        body.drain(..first.len());
    }
}

/// A body without small words, ranks and commas at its ends.
fn trimmed(body: &str) -> &str {
    let mut body = body.trim().trim_matches(',').trim();
    loop {
        let first = body.split(' ').next().unwrap_or_default();
        let last = body.rsplit(' ').next().unwrap_or_default();
        let title = last.len() < body.len() && {
            let plain = last.trim_end_matches('.').to_lowercase();
            let rank = lexicon().title(&plain) == Some(TitlePlace::Before) && !lexicon().not_names.contains(&plain);
            rank || matches!(&*plain, "h" | "hj" | "ny")
        };
        let cut = if JOINS.contains(&first) {
            body.get(first.len()..)
        } else if JOINS.contains(&last) || title {
            body.get(..body.len() - last.len())
        } else {
            return body;
        };
        let next = cut.unwrap_or_default().trim().trim_matches(',').trim();
        if next.len() == body.len() {
            return body;
        }
        body = next;
    }
}
