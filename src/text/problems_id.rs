//! What is wrong with a visitor's own file, in Indonesian. The press says it in English, the language of the command.
//!
//! It is compiled into the worker of `crates/presser`, which alone knows problems, so that the page does not carry it; it lies
//! here because who reviews or translates the interface reads this folder only.

use jejak_press::ProblemKind as Kind;

/// What is wrong, and what can be done.
pub(crate) fn indonesian(kind: &Kind) -> String {
    match kind {
        Kind::Unreadable { cause } => {
            format!("tidak dapat dibaca peramban ({cause}); periksa apakah berkasnya masih ada")
        }
        Kind::NoFile { .. } => "bukan berkas; taruh beritanya sendiri".to_owned(),
        Kind::UnknownFormat { extension } => format!(
            "jenis ini tidak dibaca (.{extension}); berikan sebagai .txt, .md, .html, .docx, .csv, .json, .jsonl atau ekspor WordPress (.xml)"
        ),
        Kind::FormatLeftOut { extension } => {
            format!("jenis ini tidak dibaca di sini (.{extension}); berikan sebagai .txt, .md, .csv, .json atau .jsonl")
        }
        Kind::NotText { controls, characters } => {
            format!("bukan teks ({controls} dari {characters} karakternya karakter kendali); tinggalkan saja")
        }
        Kind::TooLarge { size, limit } => {
            format!("besarnya {size} bita, lebih dari {limit} untuk satu berita; bagilah")
        }
        Kind::BadJson { cause } => format!("bukan JSON yang sah ({cause}); perbaiki barisnya atau tinggalkan"),
        Kind::NoArticle => "tidak ada berita di sini: seharusnya objek dengan \"text\"".to_owned(),
        Kind::Empty => "tidak berisi teks; tidak ada yang dibuat darinya".to_owned(),
        Kind::NoTextColumn { columns } => {
            format!("tidak punya kolom teks (kolomnya: {columns}); namai salah satu text, isi, content atau body")
        }
        Kind::BadRow { found, wanted } => format!(
            "punya {found} isian sedangkan baris pertama menyebut {wanted}; perbaiki barisnya, atau beri tanda kutip di sekitar teksnya"
        ),
        Kind::OpenField => {
            "membuka isian dengan tanda kutip yang tidak pernah ditutup; tutuplah atau tinggalkan barisnya".to_owned()
        }
        Kind::Tangled { .. } => {
            "punya lebih banyak markah daripada sebuah berita; simpan sebagai teks, atau tinggalkan".to_owned()
        }
        Kind::BadDocument { cause } => {
            format!("bukan dokumen Word yang dapat dibaca ({cause}); simpan lagi sebagai .docx, tanpa kata sandi")
        }
        Kind::BadXml { cause } => format!("bukan XML yang sah ({cause}); yang ada di sini ditinggalkan"),
        Kind::NoExport => {
            "bukan ekspor WordPress; di WordPress pilih Perkakas, Ekspor, lalu simpan hasilnya".to_owned()
        }
        Kind::NotArticles { kinds } => format!("juga berisi {kinds}, yang bukan berita; itu ditinggalkan"),
        Kind::NotPublished { title, what } => format!("{title:?} ({what}) bukan tulisan yang terbit; itu ditinggalkan"),
        Kind::BadBytes { encoding } => format!("punya bita yang bukan {encoding}; diganti dengan \u{fffd}"),
        Kind::UnknownKey { key } => format!("punya kunci yang tidak dikenal: {key:?}; kunci itu tidak dibaca"),
        Kind::BadValue { key, value } => {
            format!("memberi {key:?} nilai yang tidak dipahami: {value:?}; nilai itu tidak dibaca")
        }
        Kind::OpenFrontMatter => {
            "membuka keterangan dengan --- dan tidak menutupnya; semuanya dibaca sebagai teks".to_owned()
        }
        Kind::BadToml { cause } => format!("bukan TOML yang sah ({cause}); arsip ini tanpa pengaturannya"),
        Kind::BadSetting { key, why } => {
            format!("memberi {key:?} nilai yang tidak dapat dipakai: {why}; nilai itu tidak dibaca")
        }
        Kind::Contrast { wanted, became, .. } => {
            format!("memberi warna {wanted}, yang kurang kontras; dipakai {became}")
        }
        Kind::BadLogo { file, why } => format!("menyebut logo {file:?}, tetapi {why}; arsip ini tanpa logo"),
        Kind::BadIcon { file, why } => format!("menyebut ikon {file:?}, tetapi {why}; dipakai tanda Jejak"),
        Kind::BadCorrection { article, why } => {
            format!("memperbaiki berita {article:?}, tetapi {}; perbaikan itu tidak dibuat", reason(why))
        }
        Kind::BadReply { article, why } => {
            format!("menjawab dalam berita {article:?}, tetapi {why}; jawaban itu tidak ditampilkan")
        }
        Kind::NothingRemoved { article } => {
            format!("mencabut berita {article:?}, tetapi tidak pernah ada berita dengan id itu; tidak ada yang dicabut")
        }
        Kind::Unguarded { key, why } => format!("punya {key:?} yang tidak menyembunyikan apa pun: {why}; perbaiki"),
        Kind::MaskUnused => "menyamarkan nama yang tidak ada di mana pun; periksa ejaannya".to_owned(),
        Kind::MaskedLink => "alamat sumbernya memuat nama yang disamarkan; tautannya ditinggalkan".to_owned(),
        Kind::Unmaskable => {
            "memuat nama yang disamarkan dalam bentuk yang tidak dapat dikeluarkan; berita ini ditinggalkan".to_owned()
        }
        Kind::NoSuchPerson { name } => {
            format!("menyebut {name:?}, yang tidak disebut begitu di berita mana pun; tidak ada yang berubah")
        }
        Kind::BadLock { cause } => {
            format!("tidak dapat dibaca ({cause}); alamat diberikan seolah-olah berkas ini tidak ada")
        }
        Kind::LockUnkept { cause } => format!("tidak dapat ditulis ({cause})"),
        Kind::IdTaken { given, became } => format!("beridentitas {given:?}, milik berita lain; menjadi {became:?}"),
    }
}

/// Why a correction cannot be made.
fn reason(why: &str) -> &str {
    match why {
        "its speaker is no name" => "penuturnya bukan nama",
        "its name is no name" => "namanya bukan nama",
        "no statement in it has these words" => "tidak ada pernyataan di dalamnya dengan kata-kata ini",
        "several statements in it hold these words; give more of them" => {
            "beberapa pernyataan di dalamnya memuat kata-kata ini; sebutkan lebih banyak"
        }
        "its words are part of a longer name" => "kata-katanya bagian dari nama yang lebih panjang",
        "its text does not have these words" => "teksnya tidak memuat kata-kata ini",
        "no date in it has these words" => "tidak ada tanggal di dalamnya dengan kata-kata ini",
        "the archive has no article of that id" => "tidak ada berita dengan id itu",
        "nobody in it goes by that name" => "tidak ada yang disebut begitu di dalamnya",
        why => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the press names in a reason is named in Indonesian too.
    #[test]
    fn what_is_named_is_named() {
        let named = [
            Kind::UnknownFormat { extension: "xyz".into() },
            Kind::BadRow { found: 3, wanted: 4 },
            Kind::BadValue { key: "xyz".into(), value: "3,4".into() },
            Kind::IdTaken { given: "xyz".into(), became: "xyz-2".into() },
        ];
        for kind in named {
            let (english, said) = (kind.to_string(), indonesian(&kind));
            for word in ["xyz", "xyz-2", "3", "4"] {
                assert_eq!(english.contains(word), said.contains(word), "{said}");
            }
        }
    }
}
