#![doc = include_str!("../README.md")]

pub mod assets;
pub mod cli;
pub mod config;
pub mod connections;
pub mod headers;
pub mod origin;
pub mod router;
pub mod secret;
pub mod ticker;
