//! Lists as Parquet: the columns of the CSV with their types, for programs that analyse tables.
//!
//! WHY here and not beside the other forms: the page does not write it, and must not pay for the library. Days are dates,
//! counts are whole numbers, and what is several pieces of text is a list; no text is changed to keep spreadsheets from
//! reading it as a formula, because none opens this form that way.

use std::io::Write;
use std::sync::Arc;

use jejak_archive::Date;
use jejak_archive::model::day_number;
use jejak_export::Item;
use jejak_export::columns::{self, Column, Holds};
use jejak_export::table::{Cell, Head, Kind, cells_of};
use parquet::basic::{Compression, GzipLevel, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

/// So many rows stand in a group: readers take in groups as a whole.
const GROUP: usize = 1 << 16;

/// Writes rows.
///
/// # Errors
/// The output cannot be written.
pub(super) fn write(head: &Head<'_>, kind: Kind, items: &[Item], out: impl Write + Send) -> Result<(), ParquetError> {
    let columns = columns::of_list(kind);
    let properties = WriterProperties::builder()
        .set_created_by(format!("jejak {}", env!("CARGO_PKG_VERSION")))
        .set_compression(Compression::GZIP(GzipLevel::default()))
        .build();
    let mut writer = SerializedFileWriter::new(out, schema(kind, &columns)?, Arc::new(properties))?;
    let rows: Vec<Vec<Cell<'_>>> = cells_of(head, kind, items).collect();
    for rows in rows.chunks(GROUP) {
        let mut group = writer.next_row_group()?;
        for (at, column) in columns.iter().enumerate() {
            let Some(mut to) = group.next_column()? else { break };
            let cells: Vec<&Cell<'_>> = rows.iter().filter_map(|row| row.get(at)).collect();
            write_column(column, &cells, &mut to)?;
            to.close()?;
        }
        group.close()?;
    }
    writer.close()?;
    Ok(())
}

fn schema(kind: Kind, columns: &[&Column]) -> Result<TypePtr, ParquetError> {
    let fields = columns.iter().map(|column| field(column).map(Arc::new)).collect::<Result<_, _>>()?;
    Ok(Arc::new(Type::group_type_builder(kind.word()).with_fields(fields).build()?))
}

fn field(column: &Column) -> Result<Type, ParquetError> {
    let there = if column.always { Repetition::REQUIRED } else { Repetition::OPTIONAL };
    let plain = |name, physical, logical| {
        Type::primitive_type_builder(name, physical).with_repetition(there).with_logical_type(logical).build()
    };
    match column.holds {
        Holds::Day => plain(column.name, Physical::INT32, Some(LogicalType::Date)),
        Holds::Count | Holds::Hundredths => plain(column.name, Physical::INT64, None),
        Holds::List => {
            let element = Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::String))
                .build()?;
            let list = Type::group_type_builder("list")
                .with_repetition(Repetition::REPEATED)
                .with_fields(vec![Arc::new(element)])
                .build()?;
            Type::group_type_builder(column.name)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::List))
                .with_fields(vec![Arc::new(list)])
                .build()
        }
        _ => plain(column.name, Physical::BYTE_ARRAY, Some(LogicalType::String)),
    }
}

/// Days since 1970, as Parquet counts them.
fn days(date: Date) -> i32 {
    let first = Date::constant(1970, 1, 1);
    i32::try_from(day_number(date) - day_number(first)).unwrap_or(i32::MAX)
}

fn text(cell: &Cell<'_>) -> Option<ByteArray> {
    match cell {
        Cell::Lent(text) => Some(ByteArray::from(*text)),
        Cell::Text(text) => Some(ByteArray::from(text.as_str())),
        Cell::Nothing | Cell::Day(_) | Cell::Number(_) | Cell::List(_) => None,
    }
}

fn write_column(column: &Column, cells: &[&Cell<'_>], to: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
    // Of a column in which something always stands nothing is said of each cell; else whether something does.
    let there = |is: &dyn Fn(&Cell<'_>) -> bool| -> Option<Vec<i16>> {
        (!column.always).then(|| cells.iter().map(|cell| i16::from(is(cell))).collect())
    };
    match column.holds {
        Holds::Day => {
            let day = |cell: &Cell<'_>| if let Cell::Day(date) = cell { Some(days(*date)) } else { None };
            let values: Vec<i32> = cells.iter().filter_map(|cell| day(cell)).collect();
            to.typed::<Int32Type>().write_batch(&values, there(&|cell| day(cell).is_some()).as_deref(), None)?;
        }
        Holds::Count | Holds::Hundredths => {
            let number =
                |cell: &Cell<'_>| if let Cell::Number(number) = cell { Some(i64::from(*number)) } else { None };
            let values: Vec<i64> = cells.iter().filter_map(|cell| number(cell)).collect();
            to.typed::<Int64Type>().write_batch(&values, there(&|cell| number(cell).is_some()).as_deref(), None)?;
        }
        Holds::List => {
            let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
            for cell in cells {
                let pieces: &[String] = if let Cell::List(pieces) = cell { pieces } else { &[] };
                values.extend(pieces.iter().map(|piece| ByteArray::from(piece.as_str())));
                // An empty list is one place at which nothing stands.
                defined.extend((0..pieces.len().max(1)).map(|_| i16::from(!pieces.is_empty())));
                repeated.extend((0..pieces.len().max(1)).map(|at| i16::from(at > 0)));
            }
            to.typed::<ByteArrayType>().write_batch(&values, Some(&defined), Some(&repeated))?;
        }
        _ => {
            let values: Vec<ByteArray> = cells.iter().filter_map(|cell| text(cell)).collect();
            to.typed::<ByteArrayType>().write_batch(&values, there(&|cell| text(cell).is_some()).as_deref(), None)?;
        }
    }
    Ok(())
}
