//! What of a linked module refers to what, and what therefore belongs to a chunk.
//!
//! The linker leaves behind (`--emit-relocs`) which place in code or data means which function or which datum; without that, an
//! address is a number like any other. From the roots, and from what is in each gate, everything is followed; what only the gates of
//! one chunk lead to is that chunk's. The numbers in the table of functions and the addresses of data are what later tools
//! keep, so the chunk is told by those.
//! Format: <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    Data, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Linking, Operator, Parser,
    Payload, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

use super::{Bases, SplitError, constant, damaged, owner};

/// How the names of gates begin; their chunk and what they are called follow, with a stop between.
const GATE: &str = "jejak.gate.";
/// A stretch of fewer bytes is not worth being cut out: what says where the next one begins takes as many.
const LEAST: usize = 12;
/// wasm-bindgen runs what is exported by these names while it reads a module, and takes it out. What it exports instead are the
/// bodies of closures; those whose closures a chunk alone makes stay with the rest, but nobody calls them before.
const DESCRIPTIONS: &str = "__wbindgen_describe";

/// What is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    /// A function, by its number.
    Function(u32),
    /// A function's place in the table, by the function's number.
    Place(u32),
    /// A datum, by the number of its symbol.
    Datum(u32),
}

/// What a chunk has of its own, by the numbers that stay.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Own {
    /// Places in the table of functions.
    pub(super) places: BTreeSet<u32>,
    /// Addresses of data, in order and apart from one another.
    pub(super) data: Vec<Range<u32>>,
}

/// A datum of the linked module.
struct Datum<'a> {
    name: &'a str,
    /// Its number among the segments, and where in it.
    segment: usize,
    within: Range<u32>,
}

/// The linked module, as far as it matters here.
#[derive(Default)]
pub(super) struct Linked<'a> {
    /// Segments of data with their addresses.
    pub(super) segments: Vec<(u32, &'a [u8])>,
    /// Which function has which place in the table.
    pub(super) table: BTreeMap<u32, u32>,
    data: BTreeMap<u32, Datum<'a>>,
    refers: BTreeMap<Thing, BTreeSet<Thing>>,
    roots: BTreeSet<Thing>,
    names: BTreeMap<u32, &'a str>,
}

impl<'a> Linked<'a> {
    pub(super) fn read(module: &'a [u8]) -> Result<Self, SplitError> {
        let mut this = Self::default();
        let (mut imported, mut bodies, mut segments) = (0, Vec::<FunctionBody<'a>>::new(), Vec::<Data<'a>>::new());
        let (mut symbols, mut relocations, mut code, mut data) = (Vec::new(), Vec::new(), 0, 0);
        let (mut sections, mut kinds) = (0_u32, [None; 2]);
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.map_err(damaged)?;
            let section = sections;
            let contents = payload.as_section().map_or(0, |(_, contents)| contents.start);
            sections += u32::from(payload.as_section().is_some());
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let is_function =
                            matches!(import.map_err(damaged)?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                        imported += u32::from(is_function);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export.map_err(damaged)?;
                        if export.kind == ExternalKind::Func && !export.name.starts_with(DESCRIPTIONS) {
                            this.roots.insert(Thing::Function(export.index));
                        }
                    }
                }
                Payload::StartSection { func, .. } => drop(this.roots.insert(Thing::Function(func))),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element.map_err(damaged)?;
                        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(items)) =
                            (element.kind, element.items)
                        else {
                            return Err(SplitError::Unknown("elements that are not places of functions"));
                        };
                        let first = constant(&offset_expr)?;
                        for (function, place) in items.into_iter().zip(first..) {
                            this.table.insert(place, function.map_err(damaged)?);
                        }
                    }
                }
                Payload::CodeSectionStart { .. } => (code, kinds[0]) = (contents, Some(section)),
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::DataSection(all) => {
                    (data, kinds[1]) = (contents, Some(section));
                    segments = all.into_iter().collect::<Result<_, _>>().map_err(damaged)?;
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(all) = part.map_err(damaged)? {
                                symbols = all.into_iter().collect::<Result<_, _>>().map_err(damaged)?;
                            }
                        }
                    }
                    KnownCustom::Reloc(all) => {
                        for entry in all.entries() {
                            relocations.push((all.section_index(), entry.map_err(damaged)?));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if symbols.is_empty() || relocations.is_empty() {
            return Err(SplitError::Unlinked);
        }
        this.take_symbols(&symbols);
        let mut starts = Vec::new();
        for segment in &segments {
            let DataKind::Active { offset_expr, .. } = &segment.kind else {
                return Err(SplitError::Unknown("data without an address"));
            };
            this.segments.push((constant(offset_expr)?, segment.data));
            // Where its bytes begin, as relocations count.
            starts.push(segment.range.end - segment.data.len() as u64 - data);
        }
        let mut places = Vec::new();
        for (body, function) in bodies.iter().zip(imported..) {
            places.push((body.range().start - code, function));
            for operator in body.get_operators_reader().map_err(damaged)? {
                match operator.map_err(damaged)? {
                    Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                        this.refer(Thing::Function(function), Thing::Function(function_index));
                    }
                    Operator::RefFunc { .. } => return Err(SplitError::Unknown("ref.func in linked code")),
                    _ => {}
                }
            }
        }
        let within = this.by_place(&starts);
        for (section, entry) in &relocations {
            let at = u64::from(entry.offset);
            let from = if Some(*section) == kinds[0] {
                let before = places.partition_point(|(start, _)| *start <= at);
                before.checked_sub(1).and_then(|before| places.get(before)).map(|(_, body)| Thing::Function(*body))
            } else if Some(*section) == kinds[1] {
                let before = within.partition_point(|(range, _)| range.start <= at);
                let datum = before.checked_sub(1).and_then(|before| within.get(before));
                datum.filter(|(range, _)| at < range.end).map(|(_, symbol)| Thing::Datum(*symbol))
            } else {
                continue;
            };
            let Some(to) = target(entry, &symbols)? else { continue };
            match from {
                Some(from) => this.refer(from, to),
                // Of no datum that has a name: it stays, and so does what it means.
                None => drop(this.roots.insert(to)),
            }
        }
        for function in this.table.values() {
            this.refers.entry(Thing::Place(*function)).or_default().insert(Thing::Function(*function));
        }
        Ok(this)
    }

    fn refer(&mut self, from: Thing, to: Thing) {
        self.refers.entry(from).or_default().insert(to);
    }

    fn take_symbols(&mut self, symbols: &[SymbolInfo<'a>]) {
        for (symbol, number) in symbols.iter().zip(0..) {
            match symbol {
                SymbolInfo::Func { index, name: Some(name), .. } => drop(self.names.insert(*index, name)),
                SymbolInfo::Data { name, symbol: Some(at), .. } => {
                    let within = at.offset..at.offset.saturating_add(at.size);
                    self.data.insert(number, Datum { name, segment: at.index as usize, within });
                }
                _ => {}
            }
        }
    }

    /// Data in the order of their places, as relocations count them.
    fn by_place(&self, starts: &[u64]) -> Vec<(Range<u64>, u32)> {
        let place = |datum: &Datum<'_>| {
            let start = starts.get(datum.segment)?;
            Some(start + u64::from(datum.within.start)..start + u64::from(datum.within.end))
        };
        let mut all: Vec<(Range<u64>, u32)> =
            self.data.iter().filter_map(|(number, datum)| Some((place(datum)?, *number))).collect();
        all.retain(|(range, _)| !range.is_empty());
        all.sort_by_key(|(range, number)| (range.start, range.end, *number));
        all
    }

    /// What each chunk has of its own.
    pub(super) fn owners(&self, bases: &Bases<'_>) -> Result<BTreeMap<String, Own>, SplitError> {
        // By chunk: its gates.
        let mut gates: BTreeMap<&str, BTreeSet<Thing>> = BTreeMap::new();
        for (number, datum) in &self.data {
            if let Some((chunk, _)) = datum.name.strip_prefix(GATE).and_then(|rest| rest.split_once('.')) {
                gates.entry(chunk).or_default().insert(Thing::Datum(*number));
            }
        }
        let closed: BTreeSet<Thing> = gates.values().flatten().copied().collect();
        let first = self.follow(&self.roots, &closed, &BTreeSet::new());
        let mut reached: BTreeMap<&str, BTreeSet<Thing>> = BTreeMap::new();
        for (chunk, gates) in &gates {
            let inside: BTreeSet<Thing> =
                gates.iter().filter_map(|gate| self.refers.get(gate)).flatten().copied().collect();
            let is_reached = |thing: &&Thing| {
                first.contains(thing) || matches!(thing, Thing::Place(one) if first.contains(&Thing::Function(*one)))
            };
            if let Some(thing) = inside.iter().find(is_reached) {
                return Err(SplitError::Reached { chunk: (*chunk).to_owned(), what: self.called(*thing) });
            }
            reached.insert(chunk, self.follow(&inside, &closed, &first));
        }
        let mut leading: BTreeMap<Thing, BTreeSet<&str>> = BTreeMap::new();
        for (chunk, things) in &reached {
            for thing in things {
                leading.entry(*thing).or_default().insert(chunk);
            }
        }
        let mut owner: BTreeMap<Thing, Option<&str>> =
            leading.into_iter().map(|(thing, chunks)| (thing, owner(&chunks, bases))).collect();
        for (chunk, gates) in &gates {
            owner.extend(gates.iter().map(|gate| (*gate, Some(*chunk))));
        }
        let mut owns: BTreeMap<String, Own> = gates.keys().map(|chunk| ((*chunk).to_owned(), Own::default())).collect();
        for (place, function) in &self.table {
            if let Some(Some(chunk)) = owner.get(&Thing::Place(*function))
                && let Some(own) = owns.get_mut(*chunk)
            {
                own.places.insert(*place);
            }
        }
        for (chunk, own) in &mut owns {
            own.data = self.bytes(|number| owner.get(&Thing::Datum(number)) == Some(&Some(chunk)));
            let gates = gates.get(chunk.as_str()).into_iter().flatten();
            let gates: Vec<u32> = gates.filter_map(|gate| self.address(*gate)).collect();
            own.data.retain(|range| range.len() >= LEAST || gates.iter().any(|gate| range.contains(gate)));
        }
        Ok(owns)
    }

    /// All that `from` leads to, but not through gates nor into what is `passed` by.
    fn follow(&self, from: &BTreeSet<Thing>, closed: &BTreeSet<Thing>, passed: &BTreeSet<Thing>) -> BTreeSet<Thing> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<Thing> = from.iter().copied().collect();
        while let Some(thing) = open.pop() {
            if !closed.contains(&thing) && !passed.contains(&thing) && seen.insert(thing) {
                open.extend(self.refers.get(&thing).into_iter().flatten());
            }
        }
        seen
    }

    /// The addresses of data of which `own` is true, and which no other datum covers too.
    fn bytes(&self, own: impl Fn(u32) -> bool) -> Vec<Range<u32>> {
        let mut marks: Vec<Vec<u8>> = self.segments.iter().map(|(_, bytes)| vec![0; bytes.len()]).collect();
        for own_now in [true, false] {
            for (number, datum) in &self.data {
                let within = datum.within.start as usize..datum.within.end as usize;
                if own(*number) == own_now
                    && let Some(marked) = marks.get_mut(datum.segment).and_then(|marks| marks.get_mut(within))
                {
                    marked.fill(u8::from(own_now));
                }
            }
        }
        let mut all: Vec<Range<u32>> = Vec::new();
        for (marks, (start, _)) in marks.iter().zip(&self.segments) {
            for (address, _) in (*start..).zip(marks).filter(|(_, mark)| **mark == 1) {
                match all.last_mut().filter(|last| last.end == address) {
                    Some(last) => last.end += 1,
                    None => all.push(address..address + 1),
                }
            }
        }
        all
    }

    /// Where a datum begins.
    fn address(&self, thing: Thing) -> Option<u32> {
        let Thing::Datum(number) = thing else { return None };
        let datum = self.data.get(&number)?;
        Some(self.segments.get(datum.segment)?.0 + datum.within.start)
    }

    fn called(&self, thing: Thing) -> String {
        match thing {
            Thing::Function(number) | Thing::Place(number) => {
                self.names.get(&number).map_or_else(|| format!("function {number}"), |name| (*name).to_owned())
            }
            Thing::Datum(number) => {
                self.data.get(&number).map_or_else(|| format!("datum {number}"), |datum| datum.name.to_owned())
            }
        }
    }
}

/// What a relocation means, where it is of interest: calls are read from the code itself.
fn target(entry: &RelocationEntry, symbols: &[SymbolInfo<'_>]) -> Result<Option<Thing>, SplitError> {
    use RelocationType as Kind;
    match (entry.ty, symbols.get(entry.index as usize)) {
        (Kind::TableIndexSleb | Kind::TableIndexI32, Some(SymbolInfo::Func { index, .. })) => {
            Ok(Some(Thing::Place(*index)))
        }
        (Kind::MemoryAddrLeb | Kind::MemoryAddrSleb | Kind::MemoryAddrI32, Some(SymbolInfo::Data { .. })) => {
            Ok(Some(Thing::Datum(entry.index)))
        }
        (Kind::FunctionIndexLeb | Kind::GlobalIndexLeb | Kind::TableNumberLeb, _) | (Kind::TypeIndexLeb, _) => Ok(None),
        _ => Err(SplitError::Unknown("a relocation of another kind")),
    }
}
