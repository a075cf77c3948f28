import { describe, expect, test } from 'vitest';
import { findUnsafe } from './saved-page-safety.ts';

describe('a saved page', () => {
  test.each([
    ['<script>alert(1)</script>', 'script'],
    ['<SCRIPT src=x></SCRIPT>', 'script'],
    ['<svg><script href="a"/></svg>', 'script'],
    ['<template><script></script></template>', 'script'],
    ['<div><template shadowrootmode="open"><p onclick="x()"></p></template></div>', 'onclick'],
    ['<p ONMOUSEOVER=x>', 'onmouseover'],
    ['<img src="a.png" onerror=x>', 'onerror'],
    ['<svg/onload=x>', 'onload'],
    ['<a href="javascript:void(0)">', 'href'],
    ['<a href=" jAvA\nscript:x">', 'href'],
    ['<a href="&#106;avascript:x">', 'href'],
    ['<a href="\u0001javascript:x">', 'href'],
    ['<a href="data:text/html,<script>">', 'href'],
    ['<svg><a xlink:href="javascript:x"></a></svg>', 'xlink:href'],
    ['<form action="javascript:x">', 'action'],
    ['<iframe srcdoc="<p>">', 'srcdoc'],
    ['<iframe src="https://vb.example.gov.vn/">', 'src'],
    ['<img src="HTTPS://a.example/x.png">', 'src'],
    ['<img src="//a.example/x.png">', 'src'],
    ['<img srcset="a.png 1x, https://a.example/x.png 2x">', 'srcset'],
    ['<link rel="stylesheet" href="https://a.example/x.css">', 'href'],
    ['<body background="http://a.example/x.png">', 'background'],
    ['<form action="http://a.example/">', 'action'],
    ['<button formaction="https://a.example/">', 'formaction'],
    ['<a ping="https://a.example/" href="#">', 'ping'],
    ['<base href="/x/">', 'base'],
    ['<object data="x"></object>', 'object'],
    ['<embed src="x">', 'embed'],
    ['<noscript><p title="</noscript><script>">', 'script'],
    ['<body><noscript><p>x</p></noscript>', 'noscript'],
    ['<meta http-equiv="refresh" content="0;url=/x">', 'http-equiv'],
    ['<p style="background:url(https://a.example/x)">', 'style'],
    ['<p style="background:u\\72l(//a.example/x)">', 'style'],
    ['<p style="background:url(/**/\'https:/**///a\')">', 'style'],
    ['<style>@import "//a.example/x.css";</style>', 'style'],
    ['<style>p{background:image-set("https://a.example/x" 1x)}</style>', 'style'],
    ['<svg><animate attributeName="href" to="javascript:x"/></svg>', 'animate'],
    ['<svg><set attributeName="onclick" to="x"/></svg>', 'set'],
    ['<table><tr><td><p>a</td></tr></table><img src=x onerror=y>', 'onerror'],
    [`${'<div>'.repeat(20_000)}<script></script>`, 'script'],
  ])('is refused: %s', (html, found) => {
    expect(findUnsafe(html)).toBe(found);
  });

  test.each([
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Văn bản đến</title></head><body><p>x</p></body></html>',
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
    '<table id="dt_basic"><tr id="vb_1" so_ky_hieu="12/QĐ-UBND"><td class="on-off" data-on="1">only = one</td></tr></table>',
    '<a href="https://vb.example.gov.vn/van-ban/1">một liên kết chỉ người bấm</a>',
    '<a href="/qlvb/1?id=2">x</a><img src="icon.png"><img src="data:image/png;base64,AAAA">',
    '<div><template shadowrootmode="open"><div role="row"></div></template></div>',
    '<p title="javascript là một ngôn ngữ">https://vb.example.gov.vn/ viết trong câu</p>',
    '<p style="color:red;background:url(data:image/png;base64,AA)">x</p><style>.a{display:none}</style>',
    '<frameset cols="1,2"><frame src="trai.html"></frameset>',
    '<input value="&lt;script&gt;">&lt;script&gt;',
  ])('is taken: %s', (html) => {
    expect(findUnsafe(html)).toBeNull();
  });
});
