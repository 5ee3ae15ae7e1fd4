//! The columns of each table, with what they mean.

use super::{Column, Holds, Table, Told};

const fn told(id: &'static str, en: &'static str) -> Told {
    Told { id, en }
}

/// A column in which something always stands.
const fn always(name: &'static str, holds: Holds, id: &'static str, en: &'static str) -> Column {
    Column { name, holds, always: true, about: told(id, en) }
}

/// A column that may be empty.
const fn maybe(name: &'static str, holds: Holds, id: &'static str, en: &'static str) -> Column {
    Column { name, holds, always: false, about: told(id, en) }
}

pub(super) fn title(table: Table) -> Told {
    match table {
        Table::Articles => told("Artikel", "Articles"),
        Table::Quotes => told("Pernyataan", "Statements"),
        Table::People => told("Tokoh", "People"),
        Table::Roles => told("Jabatan", "Offices"),
        Table::Organisations => told("Lembaga", "Organisations"),
        Table::Regulations => told("Peraturan", "Regulations"),
    }
}

pub(super) fn about(table: Table) -> Told {
    match table {
        Table::Articles => {
            told("Semua artikel arsip, yang terbaru lebih dahulu.", "All articles of the archive, newest first.")
        }
        Table::Quotes => told(
            "Semua pernyataan, menurut urutan artikel dan letaknya di dalamnya. Pernyataan yang dimuat beberapa artikel ada pada setiap artikel itu.",
            "All statements, in the order of the articles and as they stand in them. One that several articles print stands with each of these.",
        ),
        Table::People => told(
            "Orang yang berbicara atau memegang jabatan dalam artikel. Nama yang disamarkan dan orang yang tidak diberi halaman tidak ada di sini.",
            "People who speak or hold an office in the articles. Masked names and people who are given no page are not here.",
        ),
        Table::Roles => told(
            "Jabatan sebagaimana disebut artikel, dengan tanggal artikel pertama dan terakhir yang menyebutnya. Itu bukan masa jabatan.",
            "Offices as the articles give them, with the days of the first and the last article that does. These are not terms of office.",
        ),
        Table::Organisations => told(
            "Lembaga yang berbicara dalam artikel, atau yang jabatannya dipegang seorang tokoh.",
            "Organisations that speak in the articles, or in which people hold an office.",
        ),
        Table::Regulations => told(
            "Peraturan yang disebut artikel. Yang jenis, nomor dan tahunnya sama adalah satu baris, juga jika diterbitkan beberapa daerah.",
            "Regulations that articles name. Those of one kind, number and year are one row, also where several regions issued them.",
        ),
    }
}

const ARTICLE: Column = always(
    "article_id",
    Holds::Text,
    "Pengenal artikel, yang tetap dan hanya dipakai satu artikel.",
    "What the article is known by: it lasts, and no other article has it.",
);
const DATE: Column = maybe(
    "date",
    Holds::Day,
    "Tanggal artikel: hari terbit, jika tidak diketahui hari peristiwanya.",
    "The day of the article: when it was published, where that is not known when its event took place.",
);
const KIND: Column = always(
    "kind",
    Holds::Statement,
    "Cara pernyataan disampaikan: direct, kata demi kata di antara tanda petik; reported, dengan kata-kata penulis.",
    "How the statement is given: direct, word for word between quotation marks; reported, in the writer's words.",
);

pub(super) const ARTICLES: &[Column] = &[
    ARTICLE,
    always(
        "title",
        Holds::Text,
        "Judul artikel; jika tidak ada, dibuat dari awal teksnya.",
        "The headline; made of how the text begins where there is none.",
    ),
    DATE,
    maybe("source", Holds::Text, "Nama media yang menerbitkan artikel.", "The outlet that published the article."),
    maybe("url", Holds::Text, "Alamat artikel di media itu.", "Where the outlet published the article."),
    always("link", Holds::Address, "Alamat halaman artikel di situs ini.", "The page of the article on this site."),
    maybe("authors", Holds::List, "Penulis sebagaimana tercetak.", "Those who wrote it, as printed."),
    maybe("event", Holds::Event, "Jenis kegiatan yang diberitakan.", "The kind of occasion that is reported."),
    always("statements", Holds::Count, "Banyaknya pernyataan dalam artikel.", "How many statements the article holds."),
    always(
        "text",
        Holds::Text,
        "Teks artikel tanpa iklan dan tautan; alinea dipisahkan ganti baris.",
        "The text of the article without advertisements and links; a line's end stands between paragraphs.",
    ),
];

pub(super) const QUOTES: &[Column] = &[
    Column { about: told("Artikel yang memuat pernyataan ini.", "The article that prints the statement."), ..ARTICLE },
    always(
        "anchor",
        Holds::Text,
        "Pengenal pernyataan di dalam artikelnya, yang tetap.",
        "What the statement is known by inside its article; it lasts.",
    ),
    DATE,
    always("link", Holds::Address, "Alamat pernyataan di situs ini.", "Where the statement stands on this site."),
    KIND,
    maybe(
        "speaker",
        Holds::Text,
        "Siapa yang berkata: namanya, atau yang tercetak tentang orang tanpa halaman. Kosong jika tidak diketahui.",
        "Who said it: the name, or what is printed of somebody without a page. Empty where it is not known.",
    ),
    maybe("person", Holds::Text, "Tokoh yang berkata.", "The person who said it."),
    maybe("organisation", Holds::Text, "Lembaga yang berkata.", "The organisation that said it."),
    maybe(
        "role",
        Holds::Text,
        "Jabatan di dekat pernyataan, sebagaimana tercetak.",
        "The office beside the statement, as printed.",
    ),
    always("words", Holds::Text, "Pernyataannya, lengkap.", "The statement, whole."),
    always(
        "confidence",
        Holds::Hundredths,
        "Keyakinan bahwa pembicaranya benar, dari 0 sampai 100: dari pernyataan dengan nilai 90, sembilan dari sepuluh benar.",
        "How sure it is that the speaker is right, from 0 to 100: of statements with 90, nine in ten are.",
    ),
    maybe("how", Holds::How, "Dari apa pembicaranya diketahui.", "By what the speaker was found."),
];

pub(super) const PEOPLE: &[Column] = &[
    always("slug", Holds::Text, "Pengenal tokoh, yang tetap.", "What the person is known by; it lasts."),
    always("name", Holds::Text, "Nama terlengkap, tanpa gelar.", "The fullest form of the name, without titles."),
    maybe("aliases", Holds::List, "Bentuk lain nama itu dalam artikel.", "Other forms of the name in the articles."),
    maybe(
        "honorifics",
        Holds::List,
        "Sapaan, pangkat dan gelar sebagaimana tercetak.",
        "Forms of address, ranks and degrees as printed.",
    ),
    always(
        "statements",
        Holds::Count,
        "Banyaknya pernyataan; yang dimuat beberapa artikel dihitung sekali.",
        "How many statements; one that several articles print is counted once.",
    ),
    always("articles", Holds::Count, "Banyaknya artikel yang menyebutnya.", "How many articles name the person."),
    always("link", Holds::Address, "Alamat halamannya di situs ini.", "The page on this site."),
];

pub(super) const ROLES: &[Column] = &[
    always("person", Holds::Text, "Tokoh yang memegang jabatan.", "The person who holds the office."),
    always(
        "number",
        Holds::Count,
        "Nomor urut di antara jabatan tokoh itu, mulai dari 1, yang tertua lebih dahulu.",
        "Its place among the offices of the person, from 1 on, oldest first.",
    ),
    always("office", Holds::Text, "Nama jabatan dalam bentuk bakunya.", "The office in its normal form."),
    maybe(
        "organisation",
        Holds::Text,
        "Tempat jabatan itu, sebagaimana disebut artikel.",
        "Where it is held, as the articles say.",
    ),
    always(
        "standing",
        Holds::Standing,
        "Kedudukan: definitif, Pj (penjabat), Pjs (penjabat sementara), Plt (pelaksana tugas) atau Plh (pelaksana harian).",
        "The standing: definitif (appointed for good), Pj (acting), Pjs (interim), Plt (carries out a vacant office's tasks) or Plh (stands in day by day).",
    ),
    maybe(
        "from",
        Holds::Day,
        "Tanggal artikel pertama yang menyebutnya.",
        "The day of the first article that shows it.",
    ),
    maybe("to", Holds::Day, "Tanggal artikel terakhir yang menyebutnya.", "The day of the last article that shows it."),
    always("articles", Holds::Count, "Banyaknya artikel yang menyebutnya.", "How many articles show it."),
];

pub(super) const ORGANISATIONS: &[Column] = &[
    always("slug", Holds::Text, "Pengenal lembaga, yang tetap.", "What the organisation is known by; it lasts."),
    always("name", Holds::Text, "Nama terlengkap.", "The fullest form of the name."),
    maybe(
        "aliases",
        Holds::List,
        "Bentuk lain nama itu dalam artikel, termasuk singkatan.",
        "Other forms of the name in the articles, abbreviations among them.",
    ),
    always(
        "statements",
        Holds::Count,
        "Banyaknya pernyataan; yang dimuat beberapa artikel dihitung sekali.",
        "How many statements; one that several articles print is counted once.",
    ),
    always("articles", Holds::Count, "Banyaknya artikel yang menyebutnya.", "How many articles name the organisation."),
    always("link", Holds::Address, "Alamat halamannya di situs ini.", "The page on this site."),
];

pub(super) const REGULATIONS: &[Column] = &[
    always("slug", Holds::Text, "Pengenal peraturan, yang tetap.", "What the regulation is known by; it lasts."),
    always(
        "name",
        Holds::Text,
        "Nama pendeknya: jenis, nomor dan tahun.",
        "What it is called for short: kind, number and year.",
    ),
    always(
        "kind",
        Holds::Text,
        "Jenisnya, dengan singkatan yang lazim jika ada.",
        "Its kind, by the abbreviation in use where there is one.",
    ),
    maybe("number", Holds::Count, "Nomornya, jika tercetak.", "Its number, where it is printed."),
    maybe("year", Holds::Count, "Tahunnya, jika tercetak.", "Its year, where it is printed."),
    maybe("aliases", Holds::List, "Bentuk lain yang tercetak.", "Other forms that are printed."),
    always(
        "statements",
        Holds::Count,
        "Banyaknya pernyataan yang menyebutnya; yang dimuat beberapa artikel dihitung sekali.",
        "How many statements name it; one that several articles print is counted once.",
    ),
    always("articles", Holds::Count, "Banyaknya artikel yang menyebutnya.", "How many articles name it."),
    always("link", Holds::Address, "Alamat halamannya di situs ini.", "The page on this site."),
];

/// Columns that only lists have which somebody takes away.
pub(super) const LISTS: &[Column] = &[
    maybe(
        "speaker_slug",
        Holds::Text,
        "Pengenal tokoh atau lembaga yang berkata.",
        "What the person or organisation that said it is known by.",
    ),
    always("archive", Holds::Text, "Nama arsip.", "What the archive is called."),
    always(
        "stamp",
        Holds::Text,
        "Cap isi arsip: isi lain, cap lain.",
        "The stamp of the archive's contents: other contents, another stamp.",
    ),
    maybe("licence", Holds::Text, "Lisensi teks.", "The licence of the texts."),
    always("list", Holds::Address, "Alamat yang menampilkan daftar ini.", "The address that shows the list."),
    maybe("query", Holds::Text, "Kata-kata yang dicari.", "The words that were asked for."),
    maybe(
        "filters",
        Holds::Text,
        "Saringan, tanggal dan urutan, sebagaimana dalam alamat.",
        "Filters, dates and order, as addresses have them.",
    ),
    always(
        "answers",
        Holds::Count,
        "Banyaknya baris yang menjawab; lebih dari isi berkas jika ada batas.",
        "How many rows answer; more than the file has where there was a limit.",
    ),
    always("rows", Holds::Count, "Banyaknya baris dalam berkas.", "How many rows the file has."),
];
