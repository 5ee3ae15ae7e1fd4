//! The finished module: which function calls which, what stands in the table and in memory.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{
    DataKind, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, GlobalType, MemoryType, Operator, Parser,
    Payload, TableType, TypeRef,
};

use super::references::Linked;
use super::{SplitError, constant, damaged};

/// A function: of which type it is, and what it is made of.
pub(super) struct Function<'a> {
    pub(super) kind: u32,
    /// `None` where it is imported.
    pub(super) body: Option<FunctionBody<'a>>,
    /// What it calls.
    pub(super) calls: BTreeSet<u32>,
}

/// The module.
#[derive(Default)]
pub(super) struct Finished<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) functions: Vec<Function<'a>>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) start: Option<u32>,
    /// Which function has which place in the first table.
    pub(super) table: BTreeMap<u32, u32>,
    pub(super) segments: Vec<(u32, &'a [u8])>,
    pub(super) types: Vec<wasmparser::FuncType>,
    pub(super) tables: Vec<TableType>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<GlobalType>,
}

impl<'a> Finished<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, SplitError> {
        let mut this = Self { bytes, ..Self::default() };
        let mut bodies = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(damaged)? {
                Payload::TypeSection(types) => {
                    for kind in types.into_iter_err_on_gc_types() {
                        this.types.push(kind.map_err(damaged)?);
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let TypeRef::Func(kind) = import.map_err(damaged)?.ty else {
                            return Err(SplitError::Unknown("an import that is no function"));
                        };
                        this.functions.push(Function { kind, body: None, calls: BTreeSet::new() });
                        bodies += 1;
                    }
                }
                Payload::FunctionSection(kinds) => {
                    for kind in kinds {
                        let kind = kind.map_err(damaged)?;
                        this.functions.push(Function { kind, body: None, calls: BTreeSet::new() });
                    }
                }
                Payload::TableSection(tables) => {
                    for table in tables {
                        this.tables.push(table.map_err(damaged)?.ty);
                    }
                }
                Payload::MemorySection(memories) => {
                    this.memories = memories.into_iter().collect::<Result<_, _>>().map_err(damaged)?;
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        let global = global.map_err(damaged)?;
                        if matches!(global.init_expr.get_operators_reader().read(), Ok(Operator::RefFunc { .. })) {
                            return Err(SplitError::Unknown("a global that holds a function"));
                        }
                        this.globals.push(global.ty);
                    }
                }
                Payload::ExportSection(exports) => {
                    this.exports = exports.into_iter().collect::<Result<_, _>>().map_err(damaged)?;
                }
                Payload::StartSection { func, .. } => this.start = Some(func),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element.map_err(damaged)?;
                        let (
                            ElementKind::Active { table_index: None | Some(0), offset_expr },
                            ElementItems::Functions(items),
                        ) = (element.kind, element.items)
                        else {
                            return Err(SplitError::Unknown("elements that are not places of functions"));
                        };
                        let first = constant(&offset_expr)?;
                        for (function, place) in items.into_iter().zip(first..) {
                            this.table.insert(place, function.map_err(damaged)?);
                        }
                    }
                }
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment.map_err(damaged)?;
                        let DataKind::Active { memory_index: 0, offset_expr } = &segment.kind else {
                            return Err(SplitError::Unknown("data without an address"));
                        };
                        this.segments.push((constant(offset_expr)?, segment.data));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let function = this.functions.get_mut(bodies).ok_or_else(|| damaged("a body without a type"))?;
                    bodies += 1;
                    for operator in body.get_operators_reader().map_err(damaged)? {
                        match operator.map_err(damaged)? {
                            Operator::Call { function_index }
                            | Operator::ReturnCall { function_index }
                            | Operator::RefFunc { function_index } => drop(function.calls.insert(function_index)),
                            Operator::MemoryInit { .. } | Operator::DataDrop { .. } => {
                                return Err(SplitError::Unknown("code that counts segments of data"));
                            }
                            _ => {}
                        }
                    }
                    function.body = Some(body);
                }
                _ => {}
            }
        }
        Ok(this)
    }

    /// Whether it is made of that module: places and addresses are the same.
    pub(super) fn check(&self, linked: &Linked<'_>) -> Result<(), SplitError> {
        if !self.table.keys().eq(linked.table.keys()) {
            return Err(SplitError::Stale("it has other places in the table of functions"));
        }
        for (start, bytes) in &self.segments {
            let same = linked.segments.iter().any(|(from, all)| {
                let at = start.checked_sub(*from).map(|at| at as usize);
                at.and_then(|at| all.get(at..at.checked_add(bytes.len())?)) == Some(*bytes)
            });
            if !same {
                return Err(SplitError::Stale("it has other data"));
            }
        }
        Ok(())
    }

    /// All functions that some lead to by calls; not into those of `passed`.
    pub(super) fn follow(&self, from: impl IntoIterator<Item = u32>, passed: &BTreeSet<u32>) -> BTreeSet<u32> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<u32> = from.into_iter().collect();
        while let Some(function) = open.pop() {
            if !passed.contains(&function) && seen.insert(function) {
                open.extend(self.functions.get(function as usize).iter().flat_map(|function| &function.calls));
            }
        }
        seen
    }

    /// The functions that are called from outside.
    pub(super) fn roots(&self) -> impl Iterator<Item = u32> {
        let exported = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        exported.map(|export| export.index).chain(self.start)
    }
}
