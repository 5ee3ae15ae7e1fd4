use super::*;
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, ElementSection, Elements, Encode as _,
    EntityType, ExportKind, ExportSection, Function, FunctionSection, ImportSection, LinkingSection, MemorySection,
    MemoryType, Module, RefType, SymbolTable, TableSection, TableType, TypeSection,
};
use wasmparser::{DataKind, ElementItems, ElementKind, Parser, Payload};

/// Where the data begin.
const START: u32 = 1024;
/// A relocation of an address in code, of an address in data, and of a place in the table in each.
const ADDRESS: u8 = 4;
const PLACE: u8 = 1;
const PLACE_IN_DATA: u8 = 2;

/// What a function is called, what it calls, whose addresses and whose places in the table it takes.
type Called = (&'static str, Vec<u32>, Vec<usize>, Vec<u32>);

/// A module to be cut: by default one whose `main` shares a function, a place in the table and a datum with what is behind the
/// gate. Function 0 is imported; data are told apart by their letters.
struct Made {
    /// Each function from 1 on.
    functions: Vec<Called>,
    /// Of each datum, what it is called, and the function whose place in the table it holds or how many bytes it has.
    data: Vec<(&'static str, Result<u32, usize>)>,
}

impl Made {
    fn usual() -> Self {
        Self {
            functions: vec![
                ("main", vec![2], vec![0, 2], vec![2]),
                ("shared", vec![0], vec![], vec![]),
                ("page", vec![2, 4], vec![1, 2], vec![4, 2]),
                ("own", vec![], vec![3], vec![]),
            ],
            data: vec![
                ("jejak.gate.late.PAGE", Ok(3)),
                ("words", Err(20)),
                ("common", Err(20)),
                ("short", Err(5)),
                ("last", Err(20)),
            ],
        }
    }

    /// Functions that have a place in the table, in its order from 1 on.
    fn placed(&self) -> Vec<u32> {
        let held = self.data.iter().filter_map(|(_, what)| what.ok());
        let mut all: Vec<u32> =
            self.functions.iter().flat_map(|function| function.3.iter().copied()).chain(held).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn place(&self, function: u32) -> u32 {
        1 + u32::try_from(self.placed().iter().position(|placed| *placed == function).unwrap()).unwrap()
    }

    /// The bytes of a datum.
    fn bytes(&self, datum: usize) -> Vec<u8> {
        match self.data[datum].1 {
            Ok(function) => self.place(function).to_le_bytes().to_vec(),
            Err(size) => vec![b'a' + u8::try_from(datum).unwrap(); size],
        }
    }

    /// Where each datum begins.
    fn addresses(&self) -> Vec<u32> {
        let sizes = (0..self.data.len()).map(|datum| u32::try_from(self.bytes(datum).len()).unwrap());
        let next = |next: &mut u32, size: u32| {
            *next += size;
            Some(*next - size)
        };
        sizes.scan(START, next).collect()
    }

    fn module(&self) -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        imports.import("js", "log", EntityType::Function(0));
        let (mut tables, mut memories) = (TableSection::new(), MemorySection::new());
        let places = self.placed();
        let size = places.len() as u64 + 1;
        let table = TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: size,
            maximum: Some(size),
            shared: false,
        };
        tables.table(table);
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 1).export("memory", ExportKind::Memory, 0);
        let (mut elements, mut code, mut data) = (ElementSection::new(), CodeSection::new(), DataSection::new());
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(places.into()));
        let addresses = self.addresses();
        for (_, calls, takes, takes_places) in &self.functions {
            functions.function(0);
            let mut body = Function::new([]);
            takes.iter().for_each(|datum| {
                body.instructions().i32_const(addresses[*datum].cast_signed()).drop();
            });
            takes_places.iter().for_each(|one| {
                body.instructions().i32_const(self.place(*one).cast_signed()).drop();
            });
            calls.iter().for_each(|one| {
                body.instructions().call(*one);
            });
            body.instructions().end();
            code.function(&body);
        }
        let bytes: Vec<u8> = (0..self.data.len()).flat_map(|datum| self.bytes(datum)).collect();
        data.active(0, &ConstExpr::i32_const(START.cast_signed()), bytes);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
        module.section(&exports).section(&elements).section(&code).section(&data);
        module.finish()
    }

    /// The module with what a linker leaves behind.
    fn linked(&self) -> Vec<u8> {
        let module = self.module();
        let (mut bodies, mut code, mut starts) = (Vec::new(), 0, Vec::new());
        for payload in Parser::new(0).parse_all(&module) {
            let payload = payload.unwrap();
            let section = payload.as_section().map_or(0, |(_, contents)| contents.start);
            match payload {
                Payload::CodeSectionStart { .. } => code = section,
                Payload::CodeSectionEntry(body) => bodies.push(body.range().start - code),
                Payload::DataSection(segments) => {
                    let segment = segments.into_iter().next().unwrap().unwrap();
                    starts.push(segment.range.end - segment.data.len() as u64 - section);
                }
                _ => {}
            }
        }
        let (functions, addresses) = (u32::try_from(self.functions.len()).unwrap(), self.addresses());
        let mut symbols = SymbolTable::new();
        for (number, (name, ..)) in (1..).zip(&self.functions) {
            symbols.function(SymbolTable::WASM_SYM_BINDING_LOCAL, number, Some(name));
        }
        for (datum, (name, _)) in self.data.iter().enumerate() {
            let size = u32::try_from(self.bytes(datum).len()).unwrap();
            let offset = addresses[datum] - START;
            symbols.data(
                SymbolTable::WASM_SYM_BINDING_LOCAL,
                name,
                Some(DataSymbolDefinition { index: 0, offset, size }),
            );
        }
        let (mut in_code, mut in_data) = (Vec::new(), Vec::new());
        for ((_, _, takes, takes_places), start) in self.functions.iter().zip(bodies) {
            let start = u32::try_from(start).unwrap();
            // Anywhere in the body: what stands there is not read.
            in_code.extend(takes.iter().map(|datum| (ADDRESS, start, functions + u32::try_from(*datum).unwrap())));
            in_code.extend(takes_places.iter().map(|function| (PLACE, start, function - 1)));
        }
        for (datum, (_, what)) in self.data.iter().enumerate() {
            let offset = u32::try_from(starts[0]).unwrap() + addresses[datum] - START;
            in_data.extend(what.ok().map(|function| (PLACE_IN_DATA, offset, function - 1)));
        }
        let mut linked = module;
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        for (name, section, entries) in [("reloc.CODE", 7, in_code), ("reloc.DATA", 8, in_data)] {
            let mut bytes = Vec::new();
            u32::encode(&section, &mut bytes);
            u32::try_from(entries.len()).unwrap().encode(&mut bytes);
            for (kind, offset, symbol) in entries {
                bytes.push(kind);
                offset.encode(&mut bytes);
                symbol.encode(&mut bytes);
                if kind == ADDRESS {
                    0_i32.encode(&mut bytes);
                }
            }
            if name == "reloc.CODE" {
                append(&mut linked, &linking);
            }
            append(&mut linked, &CustomSection { name: name.into(), data: bytes.into() });
        }
        linked
    }

    fn split(&self) -> Result<Split, SplitError> {
        self.split_on(&Bases::new())
    }

    fn split_on(&self, bases: &Bases<'_>) -> Result<Split, SplitError> {
        split(&self.linked(), &self.module(), bases)
    }
}

fn append(module: &mut Vec<u8>, section: &impl wasm_encoder::Section) {
    module.push(section.id());
    section.encode(module);
}

/// What a module has: how many functions of its own, which places of the table it fills, which letters its data have, and
/// what it exports or imports of functions.
fn seen(module: &[u8]) -> (usize, Vec<u32>, String, Vec<String>) {
    wasmparser::validate(module).unwrap();
    let (mut bodies, mut places, mut data, mut names) = (0, Vec::new(), String::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.unwrap() {
            Payload::ImportSection(imports) => {
                names.extend(imports.into_imports().map(|one| one.unwrap()).map(|one| format!("<{}", one.name)));
            }
            Payload::ExportSection(exports) => {
                names.extend(exports.into_iter().map(|one| one.unwrap()).map(|one| format!(">{}", one.name)));
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element.unwrap();
                    let ElementKind::Active { offset_expr, .. } = element.kind else { panic!("not active") };
                    let ElementItems::Functions(items) = element.items else { panic!("no functions") };
                    let start = constant(&offset_expr).unwrap();
                    places.extend((start..).take(items.count() as usize));
                }
            }
            Payload::CodeSectionEntry(_) => bodies += 1,
            Payload::DataSection(segments) => {
                for segment in segments {
                    let segment = segment.unwrap();
                    let DataKind::Active { offset_expr, .. } = &segment.kind else { panic!("not active") };
                    assert!(constant(offset_expr).unwrap() >= START);
                    // A gate holds a small number, so a digit.
                    let letter = |byte: &u8| char::from(if *byte < 10 { b'0' + byte } else { *byte });
                    data.extend(segment.data.iter().map(letter));
                }
            }
            _ => {}
        }
    }
    let mut letters: Vec<char> = data.chars().collect();
    letters.dedup();
    (bodies, places, letters.into_iter().collect(), names)
}

#[test]
fn what_only_a_gate_leads_to_becomes_a_chunk() {
    let Split { first, chunks } = Made::usual().split().unwrap();
    let [(name, chunk)] = chunks.as_slice() else { panic!("{} chunks", chunks.len()) };
    assert_eq!(name, "late");
    // Of the table: the function that both take stands first, the page and what it takes alone come later. Of data, five
    // bytes are not worth a segment.
    let (bodies, places, data, names) = seen(&first);
    assert_eq!((bodies, places, data.as_str()), (2, vec![1], "cde"));
    assert_eq!(names, ["<log", ">main", ">memory", ">a", ">b", ">c"]);
    let (bodies, places, data, names) = seen(chunk);
    assert_eq!((bodies, places, data.as_str()), (2, vec![2, 3], "20b"));
    assert_eq!(names, ["<a", "<b", "<c"], "a function, the table and the memory");
}

#[test]
fn the_same_modules_give_the_same_bytes() {
    assert_eq!(Made::usual().split().unwrap(), Made::usual().split().unwrap());
}

#[test]
fn a_call_beside_the_gate_is_refused() {
    for (calls, takes) in [(vec![2, 3], vec![2]), (vec![2], vec![2, 3])] {
        let mut made = Made::usual();
        (made.functions[0].1, made.functions[0].3) = (calls, takes);
        match made.split() {
            Err(SplitError::Reached { chunk, what }) => assert_eq!((chunk.as_str(), what.as_str()), ("late", "page")),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_two_chunks_lead_to_comes_first() {
    let mut made = Made::usual();
    made.functions.push(("other", vec![4], vec![], vec![]));
    made.data.push(("jejak.gate.more.OTHER", Ok(5)));
    let Split { first, chunks } = made.split().unwrap();
    assert_eq!(chunks.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["late", "more"]);
    let alone = |module: &[u8]| seen(module).0;
    // `own` is called by both pages now.
    assert_eq!((alone(&first), alone(&chunks[0].1), alone(&chunks[1].1)), (3, 1, 1));
}

#[test]
fn what_a_chunk_shares_with_the_one_it_is_built_on_comes_with_that() {
    let mut made = Made::usual();
    made.functions.push(("other", vec![4, 2], vec![3, 1], vec![]));
    made.data.push(("jejak.gate.more.OTHER", Ok(5)));
    let Split { first, chunks } = made.split_on(&Bases::from([("more", "late")])).unwrap();
    assert_eq!(chunks.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["late", "more"]);
    // `own`, which both pages call, and the words are the first chunk's, and the second one takes the function from there.
    let (bodies, places, data, _) = seen(&first);
    assert_eq!((bodies, places, data.as_str()), (2, vec![1], "cde"));
    let (bodies, places, data, names) = seen(&chunks[0].1);
    assert_eq!((bodies, places, data.as_str()), (2, vec![2, 3], "20b"));
    assert_eq!(names, ["<a", "<b", "<c", ">a"], "what the rest exports, and what it exports itself");
    let (bodies, places, data, names) = seen(&chunks[1].1);
    assert_eq!((bodies, places, data.as_str()), (1, vec![4], "40"));
    assert_eq!(names, ["<a", "<a", "<b", "<c"], "from the rest and from the other chunk");
}

#[test]
fn modules_that_do_not_belong_together_are_refused() {
    let (made, mut other) = (Made::usual(), Made::usual());
    other.data[1].1 = Err(21);
    assert!(matches!(split(&made.linked(), &other.module(), &Bases::new()), Err(SplitError::Stale(_))));
    other = Made::usual();
    other.functions[0].3.push(1);
    assert!(matches!(split(&made.linked(), &other.module(), &Bases::new()), Err(SplitError::Stale(_))));
    assert!(matches!(split(&made.module(), &made.module(), &Bases::new()), Err(SplitError::Unlinked)));
}

#[test]
fn a_name_that_is_taken_is_said() {
    let made = Made::usual();
    let taken = |module: Vec<u8>| {
        let at = module.windows(4).position(|bytes| bytes == b"main").unwrap();
        // One letter instead of four; the lengths of the name and of its section follow.
        let mut module = module;
        module.splice(at - 1..at + 4, [1, b'a']);
        let section = (0..at).rev().find(|place| module[*place] == 7 && module[*place + 2] == 2).unwrap();
        module[section + 1] -= 3;
        module
    };
    assert!(
        matches!(split(&made.linked(), &taken(made.module()), &Bases::new()), Err(SplitError::Taken(name)) if name == "a")
    );
}

#[test]
fn damage_is_said() {
    let (linked, module) = (Made::usual().linked(), Made::usual().module());
    for cut in 9..linked.len() {
        assert!(
            split(&linked[..cut], &module, &Bases::new()).is_err() || wasmparser::validate(&linked[..cut]).is_ok(),
            "{cut}"
        );
    }
    for cut in 9..module.len() {
        assert!(
            split(&linked, &module[..cut], &Bases::new()).is_err() || wasmparser::validate(&module[..cut]).is_ok(),
            "{cut}"
        );
    }
}
