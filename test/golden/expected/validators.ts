// Written by city-context generate; do not edit.
// @ts-nocheck Ajv compiled this.
/* eslint-disable */
import { formats, sameValue, textLength, type ValuesCheck } from '../../../src/model/index.js'

export const signal: ValuesCheck = validate0;
function validate0(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.level !== undefined){
let data0 = data.level;
if(!(((data0 === 0) || (data0 === 1)) || (data0 === 2))){
validate0.errors = [[path+"/level","enum"]];
return false;
}
}
if(data.flag !== undefined){
if(true !== data.flag){
validate0.errors = [[path+"/flag","const"]];
return false;
}
}
if(data.pairs !== undefined){
let data2 = data.pairs;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data3)){
var valid2 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
const _errs6 = errors;
if(!(typeof data3[i1] == "number")){
validate0.errors = [[path+"/pairs/" + i0+"/" + i1,"type","number"]];
return false;
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
else {
validate0.errors = [[path+"/pairs/" + i0,"type","array"]];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate0.errors = [[path+"/pairs","type","array"]];
return false;
}
}
}
if(data.bag !== undefined){
let data5 = data.bag;
if(!(data5 && typeof data5 == "object" && !Array.isArray(data5))){
validate0.errors = [[path+"/bag","type","object"]];
return false;
}
}
if(data.counts !== undefined){
let data6 = data.counts;
const _errs10 = errors;
if(errors === _errs10){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key0 in data6){
let data7 = data6[key0];
const _errs13 = errors;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
validate0.errors = [[path+"/counts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),"type","integer"]];
return false;
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
else {
validate0.errors = [[path+"/counts","type","object"]];
return false;
}
}
}
if(data.state !== undefined){
let data8 = data.state;
if(typeof data8 !== "string"){
validate0.errors = [[path+"/state","type","string"]];
return false;
}
if(!((((((((((((((((((((((((((((((((((((((((data8 === "s00") || (data8 === "s01")) || (data8 === "s02")) || (data8 === "s03")) || (data8 === "s04")) || (data8 === "s05")) || (data8 === "s06")) || (data8 === "s07")) || (data8 === "s08")) || (data8 === "s09")) || (data8 === "s10")) || (data8 === "s11")) || (data8 === "s12")) || (data8 === "s13")) || (data8 === "s14")) || (data8 === "s15")) || (data8 === "s16")) || (data8 === "s17")) || (data8 === "s18")) || (data8 === "s19")) || (data8 === "s20")) || (data8 === "s21")) || (data8 === "s22")) || (data8 === "s23")) || (data8 === "s24")) || (data8 === "s25")) || (data8 === "s26")) || (data8 === "s27")) || (data8 === "s28")) || (data8 === "s29")) || (data8 === "s30")) || (data8 === "s31")) || (data8 === "s32")) || (data8 === "s33")) || (data8 === "s34")) || (data8 === "s35")) || (data8 === "s36")) || (data8 === "s37")) || (data8 === "s38")) || (data8 === "s39"))){
validate0.errors = [[path+"/state","enum"]];
return false;
}
}
}
validate0.errors = vErrors;
return errors === 0;
}
export const tree: ValuesCheck = validate1;
const formats0 = formats.uri;
const formats4 = formats.date;
function validate1(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate1.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.seeAlso !== undefined){
let data1 = data.seeAlso;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
if(data1.length < 1){
const err0 = [path+"/seeAlso","minItems",1];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(errors === _errs6){
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err1 = [path+"/seeAlso/" + i0,"format","uri"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = [path+"/seeAlso/" + i0,"type","string"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
}
else {
const err3 = [path+"/seeAlso","type","array"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data1 === "string"){
if(!(formats0(data1))){
const err4 = [path+"/seeAlso","format","uri"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = [path+"/seeAlso","type","string"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate1.errors = vErrors;
return false;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
let data3 = data.address;
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.streetAddress !== undefined){
if(typeof data3.streetAddress !== "string"){
validate1.errors = [[path+"/address/streetAddress","type","string"]];
return false;
}
}
if(data3.addressLocality !== undefined){
if(typeof data3.addressLocality !== "string"){
validate1.errors = [[path+"/address/addressLocality","type","string"]];
return false;
}
}
if(data3.postalCode !== undefined){
if(typeof data3.postalCode !== "string"){
validate1.errors = [[path+"/address/postalCode","type","string"]];
return false;
}
}
}
else {
validate1.errors = [[path+"/address","type","object"]];
return false;
}
}
}
if(data.height !== undefined){
let data7 = data.height;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data7 == "number"){
if(data7 > 130 || isNaN(data7)){
validate1.errors = [[path+"/height","maximum",130]];
return false;
}
else {
if(data7 < 0 || isNaN(data7)){
validate1.errors = [[path+"/height","minimum",0]];
return false;
}
}
}
else {
validate1.errors = [[path+"/height","type","number"]];
return false;
}
}
}
if(data.title !== undefined){
let data8 = data.title;
if(!(data8 && typeof data8 == "object" && !Array.isArray(data8))){
validate1.errors = [[path+"/title","type","object"]];
return false;
}
}
if(data.rings !== undefined){
let data9 = data.rings;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data9)){
var valid4 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
const _errs24 = errors;
if(!(typeof data9[i1] == "number")){
validate1.errors = [[path+"/rings/" + i1,"type","number"]];
return false;
}
var valid4 = _errs24 === errors;
if(!valid4){
break;
}
}
}
else {
validate1.errors = [[path+"/rings","type","array"]];
return false;
}
}
}
if(data.refPark !== undefined){
if(typeof data.refPark !== "string"){
validate1.errors = [[path+"/refPark","type","string"]];
return false;
}
}
if(data.planted !== undefined){
let data12 = data.planted;
const _errs28 = errors;
if(errors === _errs28){
if(errors === _errs28){
if(typeof data12 === "string"){
if(!(formats4.validate(data12))){
validate1.errors = [[path+"/planted","format","date"]];
return false;
}
}
else {
validate1.errors = [[path+"/planted","type","string"]];
return false;
}
}
}
}
if(data.condition !== undefined){
let data13 = data.condition;
if(!((data13 === "good") || (data13 === "poor"))){
validate1.errors = [[path+"/condition","enum"]];
return false;
}
}
}
validate1.errors = vErrors;
return errors === 0;
}
export const model3DPrinter: ValuesCheck = validate2;
function validate2(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate2.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.seeAlso !== undefined){
let data1 = data.seeAlso;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
if(data1.length < 1){
const err0 = [path+"/seeAlso","minItems",1];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(errors === _errs6){
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err1 = [path+"/seeAlso/" + i0,"format","uri"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = [path+"/seeAlso/" + i0,"type","string"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
}
else {
const err3 = [path+"/seeAlso","type","array"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data1 === "string"){
if(!(formats0(data1))){
const err4 = [path+"/seeAlso","format","uri"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = [path+"/seeAlso","type","string"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate2.errors = vErrors;
return false;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
let data3 = data.address;
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.streetAddress !== undefined){
if(typeof data3.streetAddress !== "string"){
validate2.errors = [[path+"/address/streetAddress","type","string"]];
return false;
}
}
if(data3.addressLocality !== undefined){
if(typeof data3.addressLocality !== "string"){
validate2.errors = [[path+"/address/addressLocality","type","string"]];
return false;
}
}
if(data3.postalCode !== undefined){
if(typeof data3.postalCode !== "string"){
validate2.errors = [[path+"/address/postalCode","type","string"]];
return false;
}
}
}
else {
validate2.errors = [[path+"/address","type","object"]];
return false;
}
}
}
if(data["N-TOT"] !== undefined){
if(!(typeof data["N-TOT"] == "number")){
validate2.errors = [[path+"/N-TOT","type","number"]];
return false;
}
}
if(data["open311:type"] !== undefined){
if(typeof data["open311:type"] !== "string"){
validate2.errors = [[path+"/open311:type","type","string"]];
return false;
}
}
if(data.Type !== undefined){
if(typeof data.Type !== "string"){
validate2.errors = [[path+"/Type","type","string"]];
return false;
}
}
if(data["100m"] !== undefined){
let data10 = data["100m"];
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
validate2.errors = [[path+"/100m","type","integer"]];
return false;
}
}
}
validate2.errors = vErrors;
return errors === 0;
}
export const identitySensor: ValuesCheck = validate3;
function validate3(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reading !== undefined){
if(typeof data.reading !== "boolean"){
validate3.errors = [[path+"/reading","type","boolean"]];
return false;
}
}
}
validate3.errors = vErrors;
return errors === 0;
}
export const lamp: ValuesCheck = validate4;
function validate4(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate4.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.seeAlso !== undefined){
let data1 = data.seeAlso;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
if(data1.length < 1){
const err0 = [path+"/seeAlso","minItems",1];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(errors === _errs6){
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err1 = [path+"/seeAlso/" + i0,"format","uri"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = [path+"/seeAlso/" + i0,"type","string"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
}
else {
const err3 = [path+"/seeAlso","type","array"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data1 === "string"){
if(!(formats0(data1))){
const err4 = [path+"/seeAlso","format","uri"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = [path+"/seeAlso","type","string"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate4.errors = vErrors;
return false;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
let data3 = data.address;
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.streetAddress !== undefined){
if(typeof data3.streetAddress !== "string"){
validate4.errors = [[path+"/address/streetAddress","type","string"]];
return false;
}
}
if(data3.addressLocality !== undefined){
if(typeof data3.addressLocality !== "string"){
validate4.errors = [[path+"/address/addressLocality","type","string"]];
return false;
}
}
if(data3.postalCode !== undefined){
if(typeof data3.postalCode !== "string"){
validate4.errors = [[path+"/address/postalCode","type","string"]];
return false;
}
}
}
else {
validate4.errors = [[path+"/address","type","object"]];
return false;
}
}
}
if(data.colour !== undefined){
let data7 = data.colour;
const _errs18 = errors;
if(typeof data7 !== "string"){
validate4.errors = [[path+"/colour","type","string"]];
return false;
}
if(!((data7 === "white") || (data7 === "red "))){
validate4.errors = [[path+"/colour","enum"]];
return false;
}
if(errors === _errs18){
if(Array.isArray(data7)){
if(data7.length < 2){
validate4.errors = [[path+"/colour","minItems",2]];
return false;
}
}
}
}
if(data.corners !== undefined){
let data8 = data.corners;
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data8)){
const len1 = data8.length;
if(len1 > 0){
const _errs22 = errors;
if(!(typeof data8[0] == "number")){
validate4.errors = [[path+"/corners/0","type","number"]];
return false;
}
var valid4 = _errs22 === errors;
}
if(valid4){
if(len1 > 1){
const _errs24 = errors;
if(typeof data8[1] !== "string"){
validate4.errors = [[path+"/corners/1","type","string"]];
return false;
}
var valid4 = _errs24 === errors;
}
}
}
else {
validate4.errors = [[path+"/corners","type","array"]];
return false;
}
}
}
if(data.power !== undefined){
let data11 = data.power;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data11 == "number"){
if(data11 < 0 || isNaN(data11)){
validate4.errors = [[path+"/power","minimum",0]];
return false;
}
else {
if(data11 <= 0 || isNaN(data11)){
validate4.errors = [[path+"/power","exclusiveMinimum",0]];
return false;
}
}
}
else {
validate4.errors = [[path+"/power","type","number"]];
return false;
}
}
}
if(data.since !== undefined){
if(typeof data.since !== "string"){
validate4.errors = [[path+"/since","type","string"]];
return false;
}
}
if(data.size !== undefined){
if(!(typeof data.size == "number")){
validate4.errors = [[path+"/size","type","number"]];
return false;
}
}
if(data.broken !== undefined){
if(typeof data.broken !== "string"){
validate4.errors = [[path+"/broken","type","string"]];
return false;
}
}
if(data.brightness !== undefined){
if(!(typeof data.brightness == "number")){
validate4.errors = [[path+"/brightness","type","number"]];
return false;
}
}
}
validate4.errors = vErrors;
return errors === 0;
}
export const meter: ValuesCheck = validate5;
function validate5(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.refDevice !== undefined){
let data0 = data.refDevice;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0(data0))){
validate5.errors = [[path+"/refDevice","format","uri"]];
return false;
}
}
else {
validate5.errors = [[path+"/refDevice","type","string"]];
return false;
}
}
}
}
if(data.devices !== undefined){
let data1 = data.devices;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs4 = errors;
if(errors === _errs4){
if(errors === _errs4){
if(typeof data2 === "string"){
if(!(formats0(data2))){
validate5.errors = [[path+"/devices/" + i0,"format","uri"]];
return false;
}
}
else {
validate5.errors = [[path+"/devices/" + i0,"type","string"]];
return false;
}
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate5.errors = [[path+"/devices","type","array"]];
return false;
}
}
}
if(data.speed !== undefined){
if(!(typeof data.speed == "number")){
validate5.errors = [[path+"/speed","type","number"]];
return false;
}
}
if(data.odd !== undefined){
if(!(typeof data.odd == "number")){
validate5.errors = [[path+"/odd","type","number"]];
return false;
}
}
if(data.silent !== undefined){
if(typeof data.silent !== "string"){
validate5.errors = [[path+"/silent","type","string"]];
return false;
}
}
}
validate5.errors = vErrors;
return errors === 0;
}
export const bench: ValuesCheck = validate6;
const wrapper0 = {validate: validate7};
function validate7(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.label === undefined) && (missing0 = "label")){
validate7.errors = [[path,"required"]];
return false;
}
else {
if(data.label !== undefined){
if(typeof data.label !== "string"){
validate7.errors = [[path+"/label","type","string"]];
return false;
}
}
if(data.parts !== undefined){
let data1 = data.parts;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(!(wrapper0.validate(data1[i0], path+"/parts/" + i0))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate7.errors = [[path+"/parts","type","array"]];
return false;
}
}
}
}
}
else {
validate7.errors = [[path,"type","object"]];
return false;
}
}
validate7.errors = vErrors;
return errors === 0;
}
const func0 = textLength;
const pattern0 = new RegExp("^[\\w:.-]+$", "u");
function validate9(data, path){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data === "string"){
if(func0(data) < 1){
const err0 = [path,"minLength",1];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(!pattern0.test(data)){
const err1 = [path,"pattern","^[\\w:.-]+$"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = [path,"type","string"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(errors === _errs3){
if(errors === _errs3){
if(typeof data === "string"){
if(!(formats0(data))){
const err3 = [path,"format","uri"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = [path,"type","string"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err5 = [path,"anyOf"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate9.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate9.errors = vErrors;
return errors === 0;
}
function validate6(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate6.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.seeAlso !== undefined){
let data1 = data.seeAlso;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
if(data1.length < 1){
const err0 = [path+"/seeAlso","minItems",1];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(errors === _errs6){
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err1 = [path+"/seeAlso/" + i0,"format","uri"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = [path+"/seeAlso/" + i0,"type","string"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
}
else {
const err3 = [path+"/seeAlso","type","array"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data1 === "string"){
if(!(formats0(data1))){
const err4 = [path+"/seeAlso","format","uri"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = [path+"/seeAlso","type","string"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate6.errors = vErrors;
return false;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
let data3 = data.address;
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.streetAddress !== undefined){
if(typeof data3.streetAddress !== "string"){
validate6.errors = [[path+"/address/streetAddress","type","string"]];
return false;
}
}
if(data3.addressLocality !== undefined){
if(typeof data3.addressLocality !== "string"){
validate6.errors = [[path+"/address/addressLocality","type","string"]];
return false;
}
}
if(data3.postalCode !== undefined){
if(typeof data3.postalCode !== "string"){
validate6.errors = [[path+"/address/postalCode","type","string"]];
return false;
}
}
}
else {
validate6.errors = [[path+"/address","type","object"]];
return false;
}
}
}
if(data.part !== undefined){
if(!(validate7(data.part, path+"/part"))){
vErrors = vErrors === null ? validate7.errors : vErrors.concat(validate7.errors);
errors = vErrors.length;
}
}
if(data.refOwner !== undefined){
if(!(validate9(data.refOwner, path+"/refOwner"))){
vErrors = vErrors === null ? validate9.errors : vErrors.concat(validate9.errors);
errors = vErrors.length;
}
}
}
validate6.errors = vErrors;
return errors === 0;
}
export const box: ValuesCheck = validate11;
function validate11(data, path){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid1 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.lid === undefined) && (missing0 = "lid")){
const err0 = [path,"required"];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.key === undefined) && (missing1 = "key")){
const err1 = [path,"required"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err2 = [path,"anyOf"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.lid !== undefined){
if(typeof data.lid !== "boolean"){
validate11.errors = [[path+"/lid","type","boolean"]];
return false;
}
}
if(data.key !== undefined){
if(typeof data.key !== "string"){
validate11.errors = [[path+"/key","type","string"]];
return false;
}
}
}
}
validate11.errors = vErrors;
return errors === 0;
}
export const pump: ValuesCheck = validate12;
function validate12(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate12.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.seeAlso !== undefined){
let data1 = data.seeAlso;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
if(data1.length < 1){
const err0 = [path+"/seeAlso","minItems",1];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(errors === _errs6){
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err1 = [path+"/seeAlso/" + i0,"format","uri"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = [path+"/seeAlso/" + i0,"type","string"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
}
else {
const err3 = [path+"/seeAlso","type","array"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data1 === "string"){
if(!(formats0(data1))){
const err4 = [path+"/seeAlso","format","uri"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = [path+"/seeAlso","type","string"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate12.errors = vErrors;
return false;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
let data3 = data.address;
const _errs10 = errors;
if(errors === _errs10){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.streetAddress !== undefined){
if(typeof data3.streetAddress !== "string"){
validate12.errors = [[path+"/address/streetAddress","type","string"]];
return false;
}
}
if(data3.addressLocality !== undefined){
if(typeof data3.addressLocality !== "string"){
validate12.errors = [[path+"/address/addressLocality","type","string"]];
return false;
}
}
if(data3.postalCode !== undefined){
if(typeof data3.postalCode !== "string"){
validate12.errors = [[path+"/address/postalCode","type","string"]];
return false;
}
}
}
else {
validate12.errors = [[path+"/address","type","object"]];
return false;
}
}
}
if(data.flow !== undefined){
let data7 = data.flow;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data7 == "number"){
if(data7 < 0 || isNaN(data7)){
validate12.errors = [[path+"/flow","minimum",0]];
return false;
}
}
else {
validate12.errors = [[path+"/flow","type","number"]];
return false;
}
}
}
if(data.mode !== undefined){
let data8 = data.mode;
const _errs21 = errors;
let valid4 = false;
const _errs22 = errors;
if(typeof data8 !== "string"){
const err7 = [path+"/mode","type","string"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((data8 === "on") || (data8 === "off"))){
const err8 = [path+"/mode","enum",["on","off"]];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid1 = _errs22 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const _errs24 = errors;
if(typeof data8 !== "string"){
const err9 = [path+"/mode","type","string"];
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!(data8 === "auto")){
const err10 = [path+"/mode","enum",["auto"]];
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid4 = valid4 || _valid1;
}
if(!valid4){
const err11 = [path+"/mode","anyOf"];
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate12.errors = vErrors;
return false;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
}
validate12.errors = vErrors;
return errors === 0;
}
export const shapeSensor: ValuesCheck = validate13;
function validate13(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reading !== undefined){
let data0 = data.reading;
if((!(typeof data0 == "number")) && (typeof data0 !== "string")){
validate13.errors = [[path+"/reading","type",["number","string"]]];
return false;
}
}
}
validate13.errors = vErrors;
return errors === 0;
}
