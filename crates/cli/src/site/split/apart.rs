//! Writes the parts of a module.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::ops::Range;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, DataSectionReader, ElementSectionReader, ExportSectionReader,
    FunctionSectionReader, Parser,
};

use super::finished::Finished;
use super::references::Own;
use super::{Bases, Split, SplitError, damaged, owner};

/// What a chunk calls the rest of the app.
const REST: &str = "";

/// What chunks take from the rest: what it is called, by its kind and its number there.
#[derive(Default)]
struct Shared(BTreeMap<(Kind, u32), String>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Function,
    Table,
    Memory,
    Global,
}

impl Shared {
    /// The name of one; a new one where it has none.
    fn name(&mut self, kind: Kind, number: u32) -> &str {
        let next = self.0.len();
        self.0.entry((kind, number)).or_insert_with(|| brief(next))
    }
}

/// The `number`th short name, of letters alone.
#[expect(clippy::indexing_slicing, reason = "what is left of a division by the number of letters is a letter's place")]
fn brief(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// Cuts off what the chunks own, with the functions that only they lead to.
pub(super) fn split(
    whole: &Finished<'_>,
    owners: &BTreeMap<String, Own>,
    bases: &Bases<'_>,
) -> Result<Split, SplitError> {
    let owned: BTreeSet<u32> = owners.values().flat_map(|own| own.places.iter().copied()).collect();
    let placed =
        |own: &Own| -> Vec<u32> { own.places.iter().filter_map(|place| whole.table.get(place).copied()).collect() };
    let own_places = whole.table.iter().filter(|(place, _)| !owned.contains(place)).map(|(_, function)| *function);
    let mut first = whole.follow(whole.roots().chain(own_places), &BTreeSet::new());
    first.extend((0..).zip(&whole.functions).take(imported(whole)).map(|(function, _)| function));
    let mut reached: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for (name, own) in owners {
        for function in whole.follow(placed(own), &first) {
            reached.entry(function).or_default().insert(name);
        }
    }
    let mut of_chunk: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for function in (0..).zip(&whole.functions).map(|(function, _)| function) {
        match reached.get(&function).and_then(|chunks| owner(chunks, bases)) {
            Some(chunk) => drop(of_chunk.entry(chunk).or_default().insert(function)),
            // What several chunks lead to, and what nothing leads to, which is left where it is.
            None => drop(first.insert(function)),
        }
    }

    let (mut shared, mut shared_by) = (Shared::default(), BTreeMap::<&str, Shared>::new());
    let mut chunks = Vec::new();
    // What a chunk takes from the one that it is built on, that one exports; so it is written later.
    let (above, below): (Vec<_>, Vec<_>) = owners.iter().partition(|(name, _)| bases.contains_key(name.as_str()));
    for (name, own) in above.into_iter().chain(below) {
        let functions = of_chunk.remove(name.as_str()).unwrap_or_default();
        let base = bases.get(name.as_str()).map(|base| {
            let held = of_chunk.get(base).cloned().unwrap_or_default();
            Base { name: (*base).to_owned(), functions: held, shared: shared_by.remove(base).unwrap_or_default() }
        });
        let exported = shared_by.remove(name.as_str()).unwrap_or_default();
        let mut chunk = Chunk::new(whole, own, functions, &mut shared, base);
        let bytes = chunk.write(own, exported)?;
        if let Some((name, base)) = bases.get(name.as_str()).zip(chunk.base) {
            shared_by.insert(name, base.shared);
        }
        chunks.push((name.clone(), bytes));
    }
    chunks.sort();
    let mut cut: Vec<Range<u32>> = owners.values().flat_map(|own| own.data.iter().cloned()).collect();
    cut.sort_by_key(|range| range.start);
    let mut rest = Rest::new(whole, &first, owned, cut, shared)?;
    let mut module = Module::new();
    rest.parse_core_module(&mut module, Parser::new(0), whole.bytes).map_err(failed)?;
    Ok(Split { first: module.finish(), chunks })
}

/// The chunk that another one is built on.
struct Base {
    name: String,
    /// Its functions, by their old numbers.
    functions: BTreeSet<u32>,
    /// What is taken from it.
    shared: Shared,
}

fn imported(whole: &Finished<'_>) -> usize {
    whole.functions.iter().take_while(|function| function.body.is_none()).count()
}

fn failed(error: reencode::Error<Infallible>) -> SplitError {
    match error {
        reencode::Error::ParseError(error) => damaged(error),
        error => damaged(error),
    }
}

type Done = Result<(), reencode::Error<Infallible>>;

/// A chunk that is written: numbers of the whole module become its own.
struct Chunk<'a, 'b> {
    whole: &'b Finished<'a>,
    shared: &'b mut Shared,
    base: Option<Base>,
    /// Its functions, and those that it takes from the rest, by their old numbers in the order of the new ones.
    own: Vec<u32>,
    taken: BTreeSet<u32>,
    functions: BTreeMap<u32, u32>,
    /// Of these, the old numbers in the order of the new ones.
    types: Vec<u32>,
    tables: Vec<u32>,
    globals: Vec<u32>,
}

impl<'a, 'b> Chunk<'a, 'b> {
    fn new(
        whole: &'b Finished<'a>,
        own: &Own,
        functions: BTreeSet<u32>,
        shared: &'b mut Shared,
        base: Option<Base>,
    ) -> Self {
        let placed = own.places.iter().filter_map(|place| whole.table.get(place));
        let called = functions.iter().filter_map(|function| whole.functions.get(*function as usize));
        let all = called.flat_map(|function| &function.calls).chain(placed);
        let taken: BTreeSet<u32> = all.filter(|function| !functions.contains(function)).copied().collect();
        let own: Vec<u32> = functions.into_iter().collect();
        let functions = taken.iter().chain(&own).copied().zip(0..).collect();
        // The table of functions is the first, because segments mean that one.
        Self { whole, shared, base, own, taken, functions, types: Vec::new(), tables: vec![0], globals: Vec::new() }
    }

    /// Its bytes; `exported` is what others that are built on it take.
    fn write(&mut self, own: &Own, exported: Shared) -> Result<Vec<u8>, SplitError> {
        let mut code = CodeSection::new();
        for function in self.own.clone() {
            if let Some(body) = self.whole.functions.get(function as usize).and_then(|function| function.body.clone()) {
                self.parse_function_body(&mut code, body).map_err(failed)?;
            }
        }
        let (mut imports, mut functions) = (ImportSection::new(), FunctionSection::new());
        for function in self.taken.clone() {
            let kind = EntityType::Function(self.kind_of(function)?);
            match &mut self.base {
                Some(base) if base.functions.contains(&function) => {
                    imports.import(&base.name, base.shared.name(Kind::Function, function), kind)
                }
                _ => imports.import(REST, self.shared.name(Kind::Function, function), kind),
            };
        }
        for table in self.tables.clone() {
            let kind = *self.whole.tables.get(table as usize).ok_or_else(|| damaged("a table is missing"))?;
            let kind = self.table_type(kind).map_err(failed)?;
            imports.import(REST, self.shared.name(Kind::Table, table), kind);
        }
        let memory = *self.whole.memories.first().ok_or_else(|| damaged("it has no memory"))?;
        let memory = self.memory_type(memory).map_err(failed)?;
        imports.import(REST, self.shared.name(Kind::Memory, 0), memory);
        for global in self.globals.clone() {
            let kind = *self.whole.globals.get(global as usize).ok_or_else(|| damaged("a global is missing"))?;
            let kind = self.global_type(kind).map_err(failed)?;
            imports.import(REST, self.shared.name(Kind::Global, global), kind);
        }
        for function in self.own.clone() {
            functions.function(self.kind_of(function)?);
        }
        let mut types = TypeSection::new();
        for kind in self.types.clone() {
            let kind = self.whole.types.get(kind as usize).ok_or_else(|| damaged("a type is missing"))?;
            let kind = self.func_type(kind.clone()).map_err(failed)?;
            types.ty().func_type(&kind);
        }
        let places = own.places.iter().filter_map(|place| {
            let function = self.whole.table.get(place)?;
            Some((*place, *self.functions.get(function)?))
        });
        let mut elements = ElementSection::new();
        put_elements(&mut elements, places);
        let mut data = DataSection::new();
        for range in &own.data {
            for (start, bytes) in pieces(&self.whole.segments, std::slice::from_ref(range)) {
                data.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes.iter().copied());
            }
        }
        let mut exports = ExportSection::new();
        for ((_, function), name) in exported.0 {
            let number = *self.functions.get(&function).ok_or_else(|| damaged("what a chunk shares is missing"))?;
            exports.export(&name, ExportKind::Func, number);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        if !exports.is_empty() {
            module.section(&exports);
        }
        module.section(&elements).section(&code).section(&data);
        Ok(module.finish())
    }

    fn kind_of(&mut self, function: u32) -> Result<u32, SplitError> {
        let kind = self.whole.functions.get(function as usize).ok_or_else(|| damaged("a function is missing"))?.kind;
        Ok(numbered(&mut self.types, kind))
    }
}

impl Reencode for Chunk<'_, '_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(self.functions.get(&function).copied().unwrap_or(function))
    }

    fn type_index(&mut self, kind: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(numbered(&mut self.types, kind))
    }

    fn table_index(&mut self, table: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(numbered(&mut self.tables, table))
    }

    fn global_index(&mut self, global: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(numbered(&mut self.globals, global))
    }
}

/// The new number of a thing: the next one where it has none.
fn numbered(all: &mut Vec<u32>, thing: u32) -> u32 {
    let at = all.iter().position(|one| *one == thing).unwrap_or_else(|| {
        all.push(thing);
        all.len() - 1
    });
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Places of functions as segments, of which each is without a gap.
fn put_elements(elements: &mut ElementSection, places: impl IntoIterator<Item = (u32, u32)>) {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (place, function) in places {
        match runs.last_mut().filter(|(start, run)| place.checked_sub(*start).map(|at| at as usize) == Some(run.len()))
        {
            Some((_, run)) => run.push(function),
            None => runs.push((place, vec![function])),
        }
    }
    for (start, run) in runs {
        elements.active(None, &ConstExpr::i32_const(start.cast_signed()), Elements::Functions(run.into()));
    }
}

/// What of segments lies in some ranges, which are in order.
fn pieces<'a>(segments: &[(u32, &'a [u8])], ranges: &[Range<u32>]) -> Vec<(u32, &'a [u8])> {
    let mut all = Vec::new();
    for (start, bytes) in segments {
        for range in ranges {
            let from = range.start.saturating_sub(*start) as usize;
            let to = (range.end.saturating_sub(*start) as usize).min(bytes.len());
            if let Some(piece) = bytes.get(from..to).filter(|piece| !piece.is_empty()) {
                all.push((range.start.max(*start), piece));
            }
        }
    }
    all
}

/// The module without its chunks.
struct Rest<'a, 'b> {
    whole: &'b Finished<'a>,
    /// How many functions come from outside: they are counted before all others.
    imported: usize,
    /// New numbers of its functions.
    functions: BTreeMap<u32, u32>,
    /// Places in the table and addresses that are of chunks.
    owned: BTreeSet<u32>,
    cut: Vec<Range<u32>>,
    shared: Shared,
}

impl<'a, 'b> Rest<'a, 'b> {
    fn new(
        whole: &'b Finished<'a>,
        first: &BTreeSet<u32>,
        owned: BTreeSet<u32>,
        cut: Vec<Range<u32>>,
        shared: Shared,
    ) -> Result<Self, SplitError> {
        let taken = whole.exports.iter().find(|export| shared.0.values().any(|name| name == export.name));
        if let Some(export) = taken {
            return Err(SplitError::Taken(export.name.to_owned()));
        }
        let imported = imported(whole);
        Ok(Self { whole, imported, functions: first.iter().copied().zip(0..).collect(), owned, cut, shared })
    }

    /// The data that stay.
    fn data(&self) -> Vec<(u32, &'a [u8])> {
        let ends = self.cut.iter().map(|range| range.start).chain([u32::MAX]);
        let starts = [0].into_iter().chain(self.cut.iter().map(|range| range.end));
        let kept: Vec<Range<u32>> = starts.zip(ends).map(|(start, end)| start..end).collect();
        pieces(&self.whole.segments, &kept)
    }

    /// Whether the `nth` function that is not imported stays.
    fn stays(&self, nth: usize) -> bool {
        u32::try_from(self.imported + nth).is_ok_and(|function| self.functions.contains_key(&function))
    }
}

impl Reencode for Rest<'_, '_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(self.functions.get(&function).copied().unwrap_or(function))
    }

    fn parse_function_section(&mut self, functions: &mut FunctionSection, section: FunctionSectionReader<'_>) -> Done {
        for (nth, kind) in section.into_iter().enumerate() {
            let kind = kind?;
            if self.stays(nth) {
                functions.function(kind);
            }
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Done {
        for (nth, body) in section.into_iter().enumerate() {
            let body = body?;
            if self.stays(nth) {
                self.parse_function_body(code, body)?;
            }
        }
        Ok(())
    }

    fn parse_export_section(&mut self, exports: &mut ExportSection, section: ExportSectionReader<'_>) -> Done {
        utils::parse_export_section(self, exports, section)?;
        for ((kind, number), name) in std::mem::take(&mut self.shared.0) {
            match kind {
                Kind::Function => exports.export(&name, ExportKind::Func, self.function_index(number)?),
                Kind::Table => exports.export(&name, ExportKind::Table, number),
                Kind::Memory => exports.export(&name, ExportKind::Memory, number),
                Kind::Global => exports.export(&name, ExportKind::Global, number),
            };
        }
        Ok(())
    }

    fn parse_element_section(&mut self, elements: &mut ElementSection, _: ElementSectionReader<'_>) -> Done {
        let stay = self.whole.table.iter().filter(|(place, _)| !self.owned.contains(place));
        put_elements(elements, stay.filter_map(|(place, function)| Some((*place, *self.functions.get(function)?))));
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(u32::try_from(self.data().len()).unwrap_or(u32::MAX))
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: DataSectionReader<'_>) -> Done {
        for (start, bytes) in self.data() {
            data.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes.iter().copied());
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, module: &mut Module, section: CustomSectionReader<'_>) -> Done {
        // What the linker left for here.
        if section.name() == "linking" || section.name().starts_with("reloc.") {
            return Ok(());
        }
        utils::parse_custom_section(self, module, section)
    }
}
