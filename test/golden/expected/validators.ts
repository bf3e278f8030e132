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
if(!((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data8 === "s000") || (data8 === "s001")) || (data8 === "s002")) || (data8 === "s003")) || (data8 === "s004")) || (data8 === "s005")) || (data8 === "s006")) || (data8 === "s007")) || (data8 === "s008")) || (data8 === "s009")) || (data8 === "s010")) || (data8 === "s011")) || (data8 === "s012")) || (data8 === "s013")) || (data8 === "s014")) || (data8 === "s015")) || (data8 === "s016")) || (data8 === "s017")) || (data8 === "s018")) || (data8 === "s019")) || (data8 === "s020")) || (data8 === "s021")) || (data8 === "s022")) || (data8 === "s023")) || (data8 === "s024")) || (data8 === "s025")) || (data8 === "s026")) || (data8 === "s027")) || (data8 === "s028")) || (data8 === "s029")) || (data8 === "s030")) || (data8 === "s031")) || (data8 === "s032")) || (data8 === "s033")) || (data8 === "s034")) || (data8 === "s035")) || (data8 === "s036")) || (data8 === "s037")) || (data8 === "s038")) || (data8 === "s039")) || (data8 === "s040")) || (data8 === "s041")) || (data8 === "s042")) || (data8 === "s043")) || (data8 === "s044")) || (data8 === "s045")) || (data8 === "s046")) || (data8 === "s047")) || (data8 === "s048")) || (data8 === "s049")) || (data8 === "s050")) || (data8 === "s051")) || (data8 === "s052")) || (data8 === "s053")) || (data8 === "s054")) || (data8 === "s055")) || (data8 === "s056")) || (data8 === "s057")) || (data8 === "s058")) || (data8 === "s059")) || (data8 === "s060")) || (data8 === "s061")) || (data8 === "s062")) || (data8 === "s063")) || (data8 === "s064")) || (data8 === "s065")) || (data8 === "s066")) || (data8 === "s067")) || (data8 === "s068")) || (data8 === "s069")) || (data8 === "s070")) || (data8 === "s071")) || (data8 === "s072")) || (data8 === "s073")) || (data8 === "s074")) || (data8 === "s075")) || (data8 === "s076")) || (data8 === "s077")) || (data8 === "s078")) || (data8 === "s079")) || (data8 === "s080")) || (data8 === "s081")) || (data8 === "s082")) || (data8 === "s083")) || (data8 === "s084")) || (data8 === "s085")) || (data8 === "s086")) || (data8 === "s087")) || (data8 === "s088")) || (data8 === "s089")) || (data8 === "s090")) || (data8 === "s091")) || (data8 === "s092")) || (data8 === "s093")) || (data8 === "s094")) || (data8 === "s095")) || (data8 === "s096")) || (data8 === "s097")) || (data8 === "s098")) || (data8 === "s099")) || (data8 === "s100")) || (data8 === "s101")) || (data8 === "s102")) || (data8 === "s103")) || (data8 === "s104")) || (data8 === "s105")) || (data8 === "s106")) || (data8 === "s107")) || (data8 === "s108")) || (data8 === "s109")) || (data8 === "s110")) || (data8 === "s111")) || (data8 === "s112")) || (data8 === "s113")) || (data8 === "s114")) || (data8 === "s115")) || (data8 === "s116")) || (data8 === "s117")) || (data8 === "s118")) || (data8 === "s119"))){
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
function validate2(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.over !== undefined){
let data0 = data.over;
if(typeof data0 !== "string"){
validate2.errors = [[path+"/over","type","string"]];
return false;
}
if(!((data0 === "oak") || (data0 === "pine"))){
validate2.errors = [[path+"/over","enum",["oak","pine"]]];
return false;
}
}
}
else {
validate2.errors = [[path,"type","object"]];
return false;
}
}
validate2.errors = vErrors;
return errors === 0;
}
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
if(data.paint !== undefined){
if(!(validate2(data.paint, path+"/paint"))){
vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors);
errors = vErrors.length;
}
}
}
validate1.errors = vErrors;
return errors === 0;
}
export const model3DPrinter: ValuesCheck = validate4;
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
if(data["N-TOT"] !== undefined){
if(!(typeof data["N-TOT"] == "number")){
validate4.errors = [[path+"/N-TOT","type","number"]];
return false;
}
}
if(data["open311:type"] !== undefined){
if(typeof data["open311:type"] !== "string"){
validate4.errors = [[path+"/open311:type","type","string"]];
return false;
}
}
if(data.Type !== undefined){
if(typeof data.Type !== "string"){
validate4.errors = [[path+"/Type","type","string"]];
return false;
}
}
if(data["100m"] !== undefined){
let data10 = data["100m"];
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
validate4.errors = [[path+"/100m","type","integer"]];
return false;
}
}
}
validate4.errors = vErrors;
return errors === 0;
}
export const identitySensor: ValuesCheck = validate5;
function validate5(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reading !== undefined){
if(typeof data.reading !== "boolean"){
validate5.errors = [[path+"/reading","type","boolean"]];
return false;
}
}
}
validate5.errors = vErrors;
return errors === 0;
}
export const lamp: ValuesCheck = validate6;
const formats14 = /^[^@\s]+@[^@\s]+$/u;
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
if(data.colour !== undefined){
let data7 = data.colour;
const _errs18 = errors;
if(typeof data7 !== "string"){
validate6.errors = [[path+"/colour","type","string"]];
return false;
}
if(!((data7 === "white") || (data7 === "red "))){
validate6.errors = [[path+"/colour","enum"]];
return false;
}
if(errors === _errs18){
if(Array.isArray(data7)){
if(data7.length < 2){
validate6.errors = [[path+"/colour","minItems",2]];
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
validate6.errors = [[path+"/corners/0","type","number"]];
return false;
}
var valid4 = _errs22 === errors;
}
if(valid4){
if(len1 > 1){
const _errs24 = errors;
if(typeof data8[1] !== "string"){
validate6.errors = [[path+"/corners/1","type","string"]];
return false;
}
var valid4 = _errs24 === errors;
}
}
}
else {
validate6.errors = [[path+"/corners","type","array"]];
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
validate6.errors = [[path+"/power","minimum",0]];
return false;
}
else {
if(data11 <= 0 || isNaN(data11)){
validate6.errors = [[path+"/power","exclusiveMinimum",0]];
return false;
}
}
}
else {
validate6.errors = [[path+"/power","type","number"]];
return false;
}
}
}
if(data.since !== undefined){
if(typeof data.since !== "string"){
validate6.errors = [[path+"/since","type","string"]];
return false;
}
}
if(data.size !== undefined){
if(!(typeof data.size == "number")){
validate6.errors = [[path+"/size","type","number"]];
return false;
}
}
if(data.broken !== undefined){
if(typeof data.broken !== "string"){
validate6.errors = [[path+"/broken","type","string"]];
return false;
}
}
if(data.maker !== undefined){
let data15 = data.maker;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data15 == "number"){
if(data15 < 1 || isNaN(data15)){
validate6.errors = [[path+"/maker","minimum",1]];
return false;
}
}
if(errors === _errs34){
if(typeof data15 === "string"){
if(!(formats14.test(data15))){
validate6.errors = [[path+"/maker","format","idn-email"]];
return false;
}
}
else {
validate6.errors = [[path+"/maker","type","string"]];
return false;
}
if(errors === _errs34){
if(Array.isArray(data15)){
var valid5 = true;
const len2 = data15.length;
for(let i1=0; i1<len2; i1++){
const _errs36 = errors;
if(typeof data15[i1] !== "string"){
validate6.errors = [[path+"/maker/" + i1,"type","string"]];
return false;
}
var valid5 = _errs36 === errors;
if(!valid5){
break;
}
}
}
}
}
}
}
if(data.notes !== undefined){
let data17 = data.notes;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data17)){
var valid6 = true;
const len3 = data17.length;
for(let i2=0; i2<len3; i2++){
const _errs40 = errors;
if(typeof data17[i2] !== "string"){
validate6.errors = [[path+"/notes/" + i2,"type","string"]];
return false;
}
var valid6 = _errs40 === errors;
if(!valid6){
break;
}
}
}
else {
validate6.errors = [[path+"/notes","type","array"]];
return false;
}
if(errors === _errs38){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing0;
if((data17.x === undefined) && (missing0 = "x")){
validate6.errors = [[path+"/notes","required"]];
return false;
}
}
}
}
}
if(data.mood !== undefined){
let data19 = data.mood;
if(typeof data19 !== "string"){
validate6.errors = [[path+"/mood","type","string"]];
return false;
}
if(!((((data19 === "") || (data19 === "calm")) || (data19 === "very bright")) || (data19 === "1st"))){
validate6.errors = [[path+"/mood","enum"]];
return false;
}
}
if(data.brightness !== undefined){
if(!(typeof data.brightness == "number")){
validate6.errors = [[path+"/brightness","type","number"]];
return false;
}
}
}
validate6.errors = vErrors;
return errors === 0;
}
export const meter: ValuesCheck = validate7;
function validate7(data, path){
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
validate7.errors = [[path+"/refDevice","format","uri"]];
return false;
}
}
else {
validate7.errors = [[path+"/refDevice","type","string"]];
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
validate7.errors = [[path+"/devices/" + i0,"format","uri"]];
return false;
}
}
else {
validate7.errors = [[path+"/devices/" + i0,"type","string"]];
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
validate7.errors = [[path+"/devices","type","array"]];
return false;
}
}
}
if(data.speed !== undefined){
if(!(typeof data.speed == "number")){
validate7.errors = [[path+"/speed","type","number"]];
return false;
}
}
if(data.odd !== undefined){
if(!(typeof data.odd == "number")){
validate7.errors = [[path+"/odd","type","number"]];
return false;
}
}
if(data.silent !== undefined){
if(typeof data.silent !== "string"){
validate7.errors = [[path+"/silent","type","string"]];
return false;
}
}
}
validate7.errors = vErrors;
return errors === 0;
}
export const bench: ValuesCheck = validate8;
const wrapper0 = {validate: validate9};
function validate9(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.label === undefined) && (missing0 = "label")){
validate9.errors = [[path,"required"]];
return false;
}
else {
if(data.label !== undefined){
if(typeof data.label !== "string"){
validate9.errors = [[path+"/label","type","string"]];
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
validate9.errors = [[path+"/parts","type","array"]];
return false;
}
}
}
}
}
else {
validate9.errors = [[path,"type","object"]];
return false;
}
}
validate9.errors = vErrors;
return errors === 0;
}
const func0 = textLength;
const pattern0 = new RegExp("^[\\w:.-]+$", "u");
function validate11(data, path){
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
validate11.errors = vErrors;
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
validate11.errors = vErrors;
return errors === 0;
}
function validate8(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate8.errors = [[path+"/name","type","string"]];
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
validate8.errors = vErrors;
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
validate8.errors = [[path+"/address/streetAddress","type","string"]];
return false;
}
}
if(data3.addressLocality !== undefined){
if(typeof data3.addressLocality !== "string"){
validate8.errors = [[path+"/address/addressLocality","type","string"]];
return false;
}
}
if(data3.postalCode !== undefined){
if(typeof data3.postalCode !== "string"){
validate8.errors = [[path+"/address/postalCode","type","string"]];
return false;
}
}
}
else {
validate8.errors = [[path+"/address","type","object"]];
return false;
}
}
}
if(data.part !== undefined){
if(!(validate9(data.part, path+"/part"))){
vErrors = vErrors === null ? validate9.errors : vErrors.concat(validate9.errors);
errors = vErrors.length;
}
}
if(data.refOwner !== undefined){
if(!(validate11(data.refOwner, path+"/refOwner"))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.label !== undefined){
if(typeof data.label !== "string"){
validate8.errors = [[path+"/label","type","string"]];
return false;
}
}
if(data.wood !== undefined){
let data10 = data.wood;
if(typeof data10 !== "string"){
validate8.errors = [[path+"/wood","type","string"]];
return false;
}
if(typeof data10 !== "string"){
validate8.errors = [[path+"/wood","type","string"]];
return false;
}
if(!((data10 === "oak") || (data10 === "pine"))){
validate8.errors = [[path+"/wood","enum",["oak","pine"]]];
return false;
}
}
}
validate8.errors = vErrors;
return errors === 0;
}
export const box: ValuesCheck = validate13;
const pattern1 = new RegExp("^side", "u");
function validate13(data, path){
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
validate13.errors = vErrors;
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
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.lid === undefined) && (missing2 = "lid")){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(data.lid !== undefined){
if(true !== data.lid){
const err4 = {};
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
}
var _valid1 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.key === undefined) && (missing3 = "key")){
validate13.errors = [[path,"required"]];
return false;
}
}
var _valid1 = _errs7 === errors;
valid2 = _valid1;
}
if(!valid2){
const err5 = [path,"if"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate13.errors = vErrors;
return false;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.lid !== undefined){
if(typeof data.lid !== "boolean"){
validate13.errors = [[path+"/lid","type","boolean"]];
return false;
}
}
if(data.key !== undefined){
if(typeof data.key !== "string"){
validate13.errors = [[path+"/key","type","string"]];
return false;
}
}
if(data.sides !== undefined){
let data3 = data.sides;
const _errs12 = errors;
if(errors === _errs12){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
var valid5 = true;
for(const key0 in data3){
if(pattern1.test(key0)){
const _errs14 = errors;
if(!(typeof data3[key0] == "number")){
validate13.errors = [[path+"/sides/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),"type","number"]];
return false;
}
var valid5 = _errs14 === errors;
if(!valid5){
break;
}
}
}
}
else {
validate13.errors = [[path+"/sides","type","object"]];
return false;
}
}
}
}
}
validate13.errors = vErrors;
return errors === 0;
}
export const pump: ValuesCheck = validate14;
function validate14(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate14.errors = [[path+"/name","type","string"]];
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
validate14.errors = vErrors;
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
validate14.errors = [[path+"/address/streetAddress","type","string"]];
return false;
}
}
if(data3.addressLocality !== undefined){
if(typeof data3.addressLocality !== "string"){
validate14.errors = [[path+"/address/addressLocality","type","string"]];
return false;
}
}
if(data3.postalCode !== undefined){
if(typeof data3.postalCode !== "string"){
validate14.errors = [[path+"/address/postalCode","type","string"]];
return false;
}
}
}
else {
validate14.errors = [[path+"/address","type","object"]];
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
validate14.errors = [[path+"/flow","minimum",0]];
return false;
}
}
else {
validate14.errors = [[path+"/flow","type","number"]];
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
validate14.errors = vErrors;
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
validate14.errors = vErrors;
return errors === 0;
}
export const shapeSensor: ValuesCheck = validate15;
function validate15(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reading !== undefined){
let data0 = data.reading;
if((!(typeof data0 == "number")) && (typeof data0 !== "string")){
validate15.errors = [[path+"/reading","type",["number","string"]]];
return false;
}
}
}
validate15.errors = vErrors;
return errors === 0;
}
