//! Makes the app's two files smaller as hosts send them, without changing what they do.
//!
//! What is left for here is what neither the compiler nor wasm-opt looks at, because it makes nothing smaller before it is
//! compressed: in which order functions stand (`order`), and what the two files call what they need of one another
//! (`names`). Both are a function of the files alone, so the same app gives the same bytes; what is squeezed already stays
//! about as it is.

mod names;
mod order;

use std::collections::BTreeMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, ExportSection, FunctionSection, ImportSection, Module};
use wasmparser::{
    CodeSectionReader, Export, ExternalKind, FunctionSectionReader, Import, ImportSectionReader, Parser, Payload,
    TypeRef,
};

use super::SiteError;

/// The app's JavaScript and WebAssembly, squeezed.
///
/// # Errors
/// The WebAssembly is damaged, or has what Rust does not write.
pub(super) fn squeezed(js: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), SiteError> {
    let damaged = |error: &dyn std::error::Error| SiteError::Wasm(error.to_string());
    let mut plan = Plan::of(js, wasm).map_err(|error| damaged(&error))?;
    let js = names::put(js, &plan.names);
    let mut module = Module::new();
    plan.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| damaged(&error))?;
    Ok((js, module.finish()))
}

/// What is written in another way.
struct Plan {
    /// Short names by long ones.
    names: BTreeMap<String, String>,
    /// How many functions come from outside: they are counted before all others.
    imported: u32,
    /// The functions of the module, counted without those from outside, in their new order.
    order: Vec<usize>,
    /// The new number of each, counted with them.
    numbers: Vec<u32>,
}

impl Plan {
    fn of(js: &str, wasm: &[u8]) -> Result<Self, wasmparser::Error> {
        let (mut made, mut imported, mut bodies) = (Vec::new(), 0, Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        let is_function = matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
                        imported += u32::from(is_function);
                        made.push(import.name);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        made.extend((export.kind == ExternalKind::Func).then_some(export.name));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        let order = order::alike(&bodies);
        let mut numbers = vec![0; order.len()];
        #[expect(clippy::indexing_slicing, reason = "the order holds each function once, by its place")]
        order.iter().zip(imported..).for_each(|(&function, number)| numbers[function] = number);
        Ok(Self { names: names::short(js, made), imported, order, numbers })
    }

    fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.names.get(name).map_or(name, String::as_str)
    }
}

type Done = Result<(), reencode::Error<Infallible>>;

impl Reencode for Plan {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        let own = function.checked_sub(self.imported);
        Ok(own.and_then(|own| self.numbers.get(own as usize)).copied().unwrap_or(function))
    }

    fn parse_import_section(&mut self, imports: &mut ImportSection, section: ImportSectionReader<'_>) -> Done {
        for import in section.into_imports() {
            let import = import?;
            let name = self.name(import.name).to_owned();
            utils::parse_import(self, imports, Import { name: &name, ..import })?;
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Done {
        let name = self.name(export.name).to_owned();
        utils::parse_export(self, exports, Export { name: &name, ..export })
    }

    fn parse_function_section(&mut self, functions: &mut FunctionSection, section: FunctionSectionReader<'_>) -> Done {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        self.order.iter().filter_map(|&function| types.get(function)).for_each(|&kind| {
            functions.function(kind);
        });
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Done {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            if let Some(body) = bodies.get(function) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, Function, TypeSection, ValType};

    const JS: &str = "const import0 = { __wbg_body_5f971cbc: function(arg0) { return `${arg0.body}`; } };\n\
                      wasm.__wbindgen_start(wasm.last);";

    /// A module whose functions give 0, 1 and 2 and call the function behind them; what it imports is called first.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        for name in ["__wbg_body_5f971cbc", "log", "__wbg_unknown_00"] {
            imports.import("./app_bg.js", name, EntityType::Function(0));
        }
        let mut functions = FunctionSection::new();
        let mut exports = ExportSection::new();
        let mut code = CodeSection::new();
        for number in 0..3_u32 {
            functions.function(0);
            let mut body = Function::new([]);
            // The second is the longest, so it comes first.
            for _ in 0..=(number == 1).into() {
                body.instructions().call(0).drop().call((4 + number) % 6).drop();
            }
            body.instructions().i32_const(number.cast_signed()).end();
            code.function(&body);
        }
        exports.export("__wbindgen_start", ExportKind::Func, 3).export("last", ExportKind::Func, 5);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// Of each function what it calls and gives, and of each name which function has it.
    fn read(wasm: &[u8]) -> (Vec<Vec<String>>, Vec<(String, u32)>) {
        let (mut bodies, mut names) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::ImportSection(imports) => {
                    names.extend(imports.into_imports().zip(0..).map(|(one, at)| (one.unwrap().name.to_owned(), at)));
                }
                Payload::ExportSection(exports) => {
                    names.extend(
                        exports.into_iter().map(|one| one.unwrap()).map(|one| (one.name.to_owned(), one.index)),
                    );
                }
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().unwrap().into_iter();
                    bodies.push(operators.map(|one| format!("{:?}", one.unwrap())).collect());
                }
                _ => {}
            }
        }
        (bodies, names)
    }

    #[test]
    fn names_are_short_and_calls_reach_what_they_reached() {
        let (js, wasm) = squeezed(JS, &module()).unwrap();
        assert_eq!(
            js, "const import0 = { $0: function(arg0) { return `${arg0.body}`; } };\nwasm.$1(wasm.last);",
            "what the script does not name keeps its name"
        );
        wasmparser::validate(&wasm).unwrap();
        let (bodies, names) = read(&wasm);
        let number = |name: &str| names.iter().find(|(own, _)| own == name).unwrap().1;
        assert_eq!((number("$0"), number("log"), number("__wbg_unknown_00")), (0, 1, 2));
        // By what they give, as before: each calls the first import and the function behind it.
        let place = |gives: u32| {
            let gives = format!("I32Const {{ value: {gives} }}");
            3 + u32::try_from(bodies.iter().position(|body| body.contains(&gives)).unwrap()).unwrap()
        };
        assert_eq!((number("$1"), number("last"), place(1)), (place(0), place(2), 3));
        for (one, next) in [(0, place(1)), (1, place(2)), (2, 0)] {
            let body = &bodies[place(one) as usize - 3];
            let calls: Vec<&String> = body.iter().filter(|operator| operator.starts_with("Call")).collect();
            let expected = [0, next].map(|called| format!("Call {{ function_index: {called} }}"));
            assert_eq!(calls[..2], [&expected[0], &expected[1]], "{one}");
        }
    }

    #[test]
    fn what_is_squeezed_stays_so() {
        let (js, wasm) = squeezed(JS, &module()).unwrap();
        assert_eq!(squeezed(&js, &wasm).unwrap(), (js, wasm));
    }

    #[test]
    fn damage_is_said() {
        let module = module();
        for cut in 9..module.len() {
            assert!(squeezed(JS, &module[..cut]).is_err() || wasmparser::validate(&module[..cut]).is_ok(), "{cut}");
        }
    }
}
