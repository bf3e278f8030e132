// Written by city-context generate; do not edit.
// @ts-nocheck Ajv compiled this.
/* eslint-disable */
import { formats, sameValue, textLength, type ValuesCheck } from '../model/index.js'

export const alert: ValuesCheck = validate0;
const formats0 = formats["date-time"];
const formats4 = formats.uri;
const func0 = textLength;
const pattern0 = new RegExp("^[\\w\\-\\.\\{\\}\\$\\+\\*\\[\\]`|~^@!,:\\\\]+$", "u");
function validate1(data, path){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data === "string"){
if(func0(data) > 256){
const err0 = [path,"maxLength",256];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(func0(data) < 1){
const err1 = [path,"minLength",1];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(!pattern0.test(data)){
const err2 = [path,"pattern","^[\\w\\-\\.\\{\\}\\$\\+\\*\\[\\]`|~^@!,:\\\\]+$"];
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
}
else {
const err3 = [path,"type","string"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
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
if(!(formats4(data))){
const err4 = [path,"format","uri"];
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
const err5 = [path,"type","string"];
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
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err6 = [path,"anyOf"];
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
validate1.errors = vErrors;
return errors === 0;
}
function validate3(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.streetAddress !== undefined){
if(typeof data.streetAddress !== "string"){
validate3.errors = [[path+"/streetAddress","type","string"]];
return false;
}
}
if(data.addressLocality !== undefined){
if(typeof data.addressLocality !== "string"){
validate3.errors = [[path+"/addressLocality","type","string"]];
return false;
}
}
if(data.addressRegion !== undefined){
if(typeof data.addressRegion !== "string"){
validate3.errors = [[path+"/addressRegion","type","string"]];
return false;
}
}
if(data.addressCountry !== undefined){
if(typeof data.addressCountry !== "string"){
validate3.errors = [[path+"/addressCountry","type","string"]];
return false;
}
}
if(data.postalCode !== undefined){
if(typeof data.postalCode !== "string"){
validate3.errors = [[path+"/postalCode","type","string"]];
return false;
}
}
if(data.postOfficeBoxNumber !== undefined){
if(typeof data.postOfficeBoxNumber !== "string"){
validate3.errors = [[path+"/postOfficeBoxNumber","type","string"]];
return false;
}
}
if(data.streetNr !== undefined){
if(typeof data.streetNr !== "string"){
validate3.errors = [[path+"/streetNr","type","string"]];
return false;
}
}
if(data.district !== undefined){
if(typeof data.district !== "string"){
validate3.errors = [[path+"/district","type","string"]];
return false;
}
}
}
else {
validate3.errors = [[path,"type","object"]];
return false;
}
}
validate3.errors = vErrors;
return errors === 0;
}
function validate6(data, path){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate6.errors = [[path,"type","string"]];
return false;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(!((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data === "airPollution") || (data === "assault")) || (data === "asthmaAttack")) || (data === "avalancheRisk")) || (data === "bacteria")) || (data === "badSeaState")) || (data === "bikerOnRoad")) || (data === "buildingFire")) || (data === "bumpedPatient")) || (data === "carAccident")) || (data === "carStopped")) || (data === "carWrongDirection")) || (data === "coastalEvent")) || (data === "civilDisorder")) || (data === "coldWave")) || (data === "crowdRisk")) || (data === "earthquake")) || (data === "fallenPatient")) || (data === "fertilisation")) || (data === "fireRisk")) || (data === "flood")) || (data === "floodRisk")) || (data === "fog")) || (data === "forestFire")) || (data === "fungus")) || (data === "hazardOnRoad")) || (data === "heartAttack")) || (data === "heatWave")) || (data === "highAtmosphericPressure")) || (data === "highHumidity")) || (data === "highTemperature")) || (data === "hurricane")) || (data === "ice")) || (data === "injuredBiker")) || (data === "insect")) || (data === "irrigation")) || (data === "lowAtmosphericPressure")) || (data === "lowHumidity")) || (data === "lowTemperature")) || (data === "microbe")) || (data === "mite")) || (data === "nematodes")) || (data === "noxiousWeed")) || (data === "pedestrianOnRoad")) || (data === "pollenConcentration")) || (data === "pothole")) || (data === "rainfall")) || (data === "roadClosed")) || (data === "roadWorks")) || (data === "robbery")) || (data === "rodent")) || (data === "snail")) || (data === "snow")) || (data === "snow/ice")) || (data === "suspiciousAction")) || (data === "thunderstorms")) || (data === "tornado")) || (data === "trafficJam")) || (data === "tramApproaching")) || (data === "tropicalCyclone")) || (data === "tsunami")) || (data === "virus")) || (data === "waterPollution")) || (data === "wind"))){
const err0 = [path,"enum"];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(typeof data !== "string"){
const err1 = [path,"type","string"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((((((((((((((((((((data === "avalanches") || (data === "coastalEvent")) || (data === "coldWave")) || (data === "flood")) || (data === "fog")) || (data === "forestFire")) || (data === "heatWave")) || (data === "highTemperature")) || (data === "hurricane")) || (data === "ice")) || (data === "lowTemperature")) || (data === "rainfall")) || (data === "rain_flood")) || (data === "snow")) || (data === "snow_ice")) || (data === "thunderstorms")) || (data === "tornado")) || (data === "tropicalCyclone")) || (data === "tsunami")) || (data === "wind"))){
const err2 = [path,"enum",["avalanches","coastalEvent","coldWave","flood","fog","forestFire","heatWave","highTemperature","hurricane","ice","lowTemperature","rainfall","rain_flood","snow","snow_ice","thunderstorms","tornado","tropicalCyclone","tsunami","wind"]];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err3 = [path,"anyOf"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate6.errors = vErrors;
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
validate6.errors = vErrors;
return errors === 0;
}
function validate0(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate0.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate0.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate0.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate0.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate0.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate0.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate0.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate0.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate0.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate0.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate0.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate0.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.dateIssued !== undefined){
let data13 = data.dateIssued;
const _errs28 = errors;
if(errors === _errs28){
if(errors === _errs28){
if(typeof data13 === "string"){
if(!(formats0.validate(data13))){
validate0.errors = [[path+"/dateIssued","format","date-time"]];
return false;
}
}
else {
validate0.errors = [[path+"/dateIssued","type","string"]];
return false;
}
}
}
}
if(data.validFrom !== undefined){
let data14 = data.validFrom;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data14 === "string"){
if(!(formats0.validate(data14))){
validate0.errors = [[path+"/validFrom","format","date-time"]];
return false;
}
}
else {
validate0.errors = [[path+"/validFrom","type","string"]];
return false;
}
}
}
}
if(data.validTo !== undefined){
let data15 = data.validTo;
const _errs32 = errors;
if(errors === _errs32){
if(errors === _errs32){
if(typeof data15 === "string"){
if(!(formats0.validate(data15))){
validate0.errors = [[path+"/validTo","format","date-time"]];
return false;
}
}
else {
validate0.errors = [[path+"/validTo","type","string"]];
return false;
}
}
}
}
if(data.severity !== undefined){
let data16 = data.severity;
if(typeof data16 !== "string"){
validate0.errors = [[path+"/severity","type","string"]];
return false;
}
if(!(((((data16 === "informational") || (data16 === "low")) || (data16 === "medium")) || (data16 === "high")) || (data16 === "critical"))){
validate0.errors = [[path+"/severity","enum"]];
return false;
}
}
if(data.category !== undefined){
let data17 = data.category;
if(typeof data17 !== "string"){
validate0.errors = [[path+"/category","type","string"]];
return false;
}
if(!(((((((data17 === "traffic") || (data17 === "naturalDisaster")) || (data17 === "weather")) || (data17 === "environment")) || (data17 === "health")) || (data17 === "security")) || (data17 === "agriculture"))){
validate0.errors = [[path+"/category","enum"]];
return false;
}
}
if(data.alertSource !== undefined){
if(!(validate1(data.alertSource, path+"/alertSource"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.data !== undefined){
let data19 = data.data;
if(!(data19 && typeof data19 == "object" && !Array.isArray(data19))){
validate0.errors = [[path+"/data","type","object"]];
return false;
}
}
if(data.subCategory !== undefined){
if(!(validate6(data.subCategory, path+"/subCategory"))){
vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
errors = vErrors.length;
}
}
}
validate0.errors = vErrors;
return errors === 0;
}
export const device: ValuesCheck = validate8;
const formats24 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;
const formats26 = /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i;
function validate11(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate11.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((data0 === "actuator") || (data0 === "beacon")) || (data0 === "endgun")) || (data0 === "HVAC")) || (data0 === "implement")) || (data0 === "irrSection")) || (data0 === "irrSystem")) || (data0 === "meter")) || (data0 === "multimedia")) || (data0 === "network")) || (data0 === "sensor"))){
validate11.errors = [[path+"/" + i0,"enum",["actuator","beacon","endgun","HVAC","implement","irrSection","irrSystem","meter","multimedia","network","sensor"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate11.errors = [[path,"type","array"]];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}
function validate14(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate14.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((((((((((((((((((((((((((((((((((((data0 === "airPollution") || (data0 === "atmosphericPressure")) || (data0 === "averageVelocity")) || (data0 === "batteryLife")) || (data0 === "batterySupply")) || (data0 === "cdom")) || (data0 === "conductance")) || (data0 === "conductivity")) || (data0 === "depth")) || (data0 === "eatingActivity")) || (data0 === "electricityConsumption")) || (data0 === "energy")) || (data0 === "fillingLevel")) || (data0 === "freeChlorine")) || (data0 === "gasConsumption")) || (data0 === "gateOpening")) || (data0 === "heading")) || (data0 === "humidity")) || (data0 === "light")) || (data0 === "location")) || (data0 === "milking")) || (data0 === "motion")) || (data0 === "movementActivity")) || (data0 === "noiseLevel")) || (data0 === "occupancy")) || (data0 === "orp")) || (data0 === "pH")) || (data0 === "power")) || (data0 === "precipitation")) || (data0 === "pressure")) || (data0 === "refractiveIndex")) || (data0 === "salinity")) || (data0 === "smoke")) || (data0 === "soilMoisture")) || (data0 === "solarRadiation")) || (data0 === "speed")) || (data0 === "tds")) || (data0 === "temperature")) || (data0 === "trafficFlow")) || (data0 === "tss")) || (data0 === "turbidity")) || (data0 === "uvLampIntensity")) || (data0 === "uvOrganicLoad")) || (data0 === "waterConsumption")) || (data0 === "waterFlow")) || (data0 === "waterLevel")) || (data0 === "waterPollution")) || (data0 === "weatherConditions")) || (data0 === "weight")) || (data0 === "windDirection")) || (data0 === "windSpeed"))){
validate14.errors = [[path+"/" + i0,"enum"]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate14.errors = [[path,"type","array"]];
return false;
}
}
validate14.errors = vErrors;
return errors === 0;
}
function validate16(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate16.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((data0 === "3g") || (data0 === "bluetooth")) || (data0 === "bluetooth LE")) || (data0 === "cat-m")) || (data0 === "coap")) || (data0 === "ec-gsm-iot")) || (data0 === "gprs")) || (data0 === "http")) || (data0 === "lwm2m")) || (data0 === "lora")) || (data0 === "lte-m")) || (data0 === "mqtt")) || (data0 === "nb-iot")) || (data0 === "onem2m")) || (data0 === "sigfox")) || (data0 === "ul20")) || (data0 === "websocket"))){
validate16.errors = [[path+"/" + i0,"enum",["3g","bluetooth","bluetooth LE","cat-m","coap","ec-gsm-iot","gprs","http","lwm2m","lora","lte-m","mqtt","nb-iot","onem2m","sigfox","ul20","websocket"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate16.errors = [[path,"type","array"]];
return false;
}
}
validate16.errors = vErrors;
return errors === 0;
}
const pattern1 = new RegExp("^([0-9A-Fa-f]{2}[:-]){5}([0-9A-Fa-f]{2})$", "u");
function validate8(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate8.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate8.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate8.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate8.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate8.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate8.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate8.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate8.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
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
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate8.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.category !== undefined){
if(!(validate11(data.category, path+"/category"))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.deviceCategory !== undefined){
if(!(validate11(data.deviceCategory, path+"/deviceCategory"))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.controlledProperty !== undefined){
if(!(validate14(data.controlledProperty, path+"/controlledProperty"))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.supportedProtocol !== undefined){
if(!(validate16(data.supportedProtocol, path+"/supportedProtocol"))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.macAddress !== undefined){
let data17 = data.macAddress;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data17 === "string"){
if(!pattern1.test(data17)){
validate8.errors = [[path+"/macAddress","pattern","^([0-9A-Fa-f]{2}[:-]){5}([0-9A-Fa-f]{2})$"]];
return false;
}
}
else {
validate8.errors = [[path+"/macAddress","type","string"]];
return false;
}
}
}
if(data.controlledAsset !== undefined){
let data18 = data.controlledAsset;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data18)){
var valid4 = true;
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
const _errs36 = errors;
if(!(validate1(data18[i2], path+"/controlledAsset/" + i2))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid4 = _errs36 === errors;
if(!valid4){
break;
}
}
}
else {
validate8.errors = [[path+"/controlledAsset","type","array"]];
return false;
}
}
}
if(data.mnc !== undefined){
if(typeof data.mnc !== "string"){
validate8.errors = [[path+"/mnc","type","string"]];
return false;
}
}
if(data.mcc !== undefined){
if(typeof data.mcc !== "string"){
validate8.errors = [[path+"/mcc","type","string"]];
return false;
}
}
if(data.ipAddress !== undefined){
let data22 = data.ipAddress;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data22)){
var valid5 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
const _errs43 = errors;
if(typeof data23 !== "string"){
validate8.errors = [[path+"/ipAddress/" + i3,"type","string"]];
return false;
}
const _errs45 = errors;
let valid6 = false;
let passing1 = null;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data23 === "string"){
if(!(formats24.test(data23))){
const err7 = [path+"/ipAddress/" + i3,"format","ipv4"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
var _valid1 = _errs46 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs47 = errors;
if(errors === _errs47){
if(typeof data23 === "string"){
if(!(formats26.test(data23))){
const err8 = [path+"/ipAddress/" + i3,"format","ipv6"];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
var _valid1 = _errs47 === errors;
if(_valid1 && valid6){
valid6 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid6 = true;
passing1 = 1;
}
}
if(!valid6){
const err9 = [path+"/ipAddress/" + i3,"oneOf"];
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate8.errors = vErrors;
return false;
}
else {
errors = _errs45;
if(vErrors !== null){
if(_errs45){
vErrors.length = _errs45;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs43 === errors;
if(!valid5){
break;
}
}
}
else {
validate8.errors = [[path+"/ipAddress","type","array"]];
return false;
}
}
}
if(data.configuration !== undefined){
let data24 = data.configuration;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data24)){
var valid7 = true;
const len4 = data24.length;
for(let i4=0; i4<len4; i4++){
let data25 = data24[i4];
const _errs50 = errors;
if(errors === _errs50){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.parameter !== undefined){
if(typeof data25.parameter !== "string"){
validate8.errors = [[path+"/configuration/" + i4+"/parameter","type","string"]];
return false;
}
}
if(data25.value !== undefined){
if(typeof data25.value !== "string"){
validate8.errors = [[path+"/configuration/" + i4+"/value","type","string"]];
return false;
}
}
}
else {
validate8.errors = [[path+"/configuration/" + i4,"type","object"]];
return false;
}
}
var valid7 = _errs50 === errors;
if(!valid7){
break;
}
}
}
else {
validate8.errors = [[path+"/configuration","type","array"]];
return false;
}
}
}
if(data.dateInstalled !== undefined){
let data28 = data.dateInstalled;
const _errs56 = errors;
if(errors === _errs56){
if(errors === _errs56){
if(typeof data28 === "string"){
if(!(formats0.validate(data28))){
validate8.errors = [[path+"/dateInstalled","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateInstalled","type","string"]];
return false;
}
}
}
}
if(data.dateFirstUsed !== undefined){
let data29 = data.dateFirstUsed;
const _errs58 = errors;
if(errors === _errs58){
if(errors === _errs58){
if(typeof data29 === "string"){
if(!(formats0.validate(data29))){
validate8.errors = [[path+"/dateFirstUsed","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateFirstUsed","type","string"]];
return false;
}
}
}
}
if(data.dateManufactured !== undefined){
let data30 = data.dateManufactured;
const _errs60 = errors;
if(errors === _errs60){
if(errors === _errs60){
if(typeof data30 === "string"){
if(!(formats0.validate(data30))){
validate8.errors = [[path+"/dateManufactured","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateManufactured","type","string"]];
return false;
}
}
}
}
if(data.hardwareVersion !== undefined){
if(typeof data.hardwareVersion !== "string"){
validate8.errors = [[path+"/hardwareVersion","type","string"]];
return false;
}
}
if(data.softwareVersion !== undefined){
if(typeof data.softwareVersion !== "string"){
validate8.errors = [[path+"/softwareVersion","type","string"]];
return false;
}
}
if(data.firmwareVersion !== undefined){
if(typeof data.firmwareVersion !== "string"){
validate8.errors = [[path+"/firmwareVersion","type","string"]];
return false;
}
}
if(data.osVersion !== undefined){
if(typeof data.osVersion !== "string"){
validate8.errors = [[path+"/osVersion","type","string"]];
return false;
}
}
if(data.distance !== undefined){
if(!(typeof data.distance == "number")){
validate8.errors = [[path+"/distance","type","number"]];
return false;
}
}
if(data.dstAware !== undefined){
if(typeof data.dstAware !== "boolean"){
validate8.errors = [[path+"/dstAware","type","boolean"]];
return false;
}
}
if(data.depth !== undefined){
if(!(typeof data.depth == "number")){
validate8.errors = [[path+"/depth","type","number"]];
return false;
}
}
if(data.relativePosition !== undefined){
if(typeof data.relativePosition !== "string"){
validate8.errors = [[path+"/relativePosition","type","string"]];
return false;
}
}
if(data.direction !== undefined){
let data39 = data.direction;
if(typeof data39 !== "string"){
validate8.errors = [[path+"/direction","type","string"]];
return false;
}
if(!((((data39 === "Inlet") || (data39 === "Outlet")) || (data39 === "Entry")) || (data39 === "Exit"))){
validate8.errors = [[path+"/direction","enum"]];
return false;
}
}
if(data.dateLastCalibration !== undefined){
let data40 = data.dateLastCalibration;
const _errs80 = errors;
if(errors === _errs80){
if(errors === _errs80){
if(typeof data40 === "string"){
if(!(formats0.validate(data40))){
validate8.errors = [[path+"/dateLastCalibration","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateLastCalibration","type","string"]];
return false;
}
}
}
}
if(data.serialNumber !== undefined){
if(typeof data.serialNumber !== "string"){
validate8.errors = [[path+"/serialNumber","type","string"]];
return false;
}
}
if(data.provider !== undefined){
if(typeof data.provider !== "string"){
validate8.errors = [[path+"/provider","type","string"]];
return false;
}
}
if(data.refDeviceModel !== undefined){
if(!(validate1(data.refDeviceModel, path+"/refDeviceModel"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.batteryLevel !== undefined){
let data44 = data.batteryLevel;
const _errs88 = errors;
let valid9 = false;
let passing2 = null;
const _errs89 = errors;
if(errors === _errs89){
if(typeof data44 == "number"){
if(data44 > 1 || isNaN(data44)){
const err10 = [path+"/batteryLevel","maximum",1];
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
if(data44 < 0 || isNaN(data44)){
const err11 = [path+"/batteryLevel","minimum",0];
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = [path+"/batteryLevel","type","number"];
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid2 = _errs89 === errors;
if(_valid2){
valid9 = true;
passing2 = 0;
}
const _errs91 = errors;
if(errors === _errs91){
if(typeof data44 == "number"){
if(data44 > -1 || isNaN(data44)){
const err13 = [path+"/batteryLevel","maximum",-1];
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(data44 < -1 || isNaN(data44)){
const err14 = [path+"/batteryLevel","minimum",-1];
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = [path+"/batteryLevel","type","number"];
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var _valid2 = _errs91 === errors;
if(_valid2 && valid9){
valid9 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid9 = true;
passing2 = 1;
}
}
if(!valid9){
const err16 = [path+"/batteryLevel","oneOf"];
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
validate8.errors = vErrors;
return false;
}
else {
errors = _errs88;
if(vErrors !== null){
if(_errs88){
vErrors.length = _errs88;
}
else {
vErrors = null;
}
}
}
}
if(data.rssi !== undefined){
if(!(typeof data.rssi == "number")){
validate8.errors = [[path+"/rssi","type","number"]];
return false;
}
}
if(data.deviceState !== undefined){
if(typeof data.deviceState !== "string"){
validate8.errors = [[path+"/deviceState","type","string"]];
return false;
}
}
if(data.dateLastValueReported !== undefined){
let data47 = data.dateLastValueReported;
const _errs97 = errors;
if(errors === _errs97){
if(errors === _errs97){
if(typeof data47 === "string"){
if(!(formats0.validate(data47))){
validate8.errors = [[path+"/dateLastValueReported","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateLastValueReported","type","string"]];
return false;
}
}
}
}
if(data.value !== undefined){
if(typeof data.value !== "string"){
validate8.errors = [[path+"/value","type","string"]];
return false;
}
}
if(data.dateObserved !== undefined){
let data49 = data.dateObserved;
const _errs101 = errors;
if(errors === _errs101){
if(errors === _errs101){
if(typeof data49 === "string"){
if(!(formats0.validate(data49))){
validate8.errors = [[path+"/dateObserved","format","date-time"]];
return false;
}
}
else {
validate8.errors = [[path+"/dateObserved","type","string"]];
return false;
}
}
}
}
}
validate8.errors = vErrors;
return errors === 0;
}
export const privacyObject: ValuesCheck = validate20;
function validate20(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate20.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate20.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate20.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate20.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate20.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate20.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate20.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate20.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate20.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate20.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate20.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate20.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.refDevice !== undefined){
if(!(validate1(data.refDevice, path+"/refDevice"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.isIndoor !== undefined){
if(typeof data.isIndoor !== "boolean"){
validate20.errors = [[path+"/isIndoor","type","boolean"]];
return false;
}
}
if(data.floor !== undefined){
if(!(typeof data.floor == "number")){
validate20.errors = [[path+"/floor","type","number"]];
return false;
}
}
if(data.user !== undefined){
let data16 = data.user;
const _errs33 = errors;
if(errors === _errs33){
if(errors === _errs33){
if(typeof data16 === "string"){
if(!(formats4(data16))){
validate20.errors = [[path+"/user","format","uri"]];
return false;
}
}
else {
validate20.errors = [[path+"/user","type","string"]];
return false;
}
}
}
}
if(data.purpose !== undefined){
if(typeof data.purpose !== "string"){
validate20.errors = [[path+"/purpose","type","string"]];
return false;
}
}
if(data.category !== undefined){
if(!(validate11(data.category, path+"/category"))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.recipientList !== undefined){
let data19 = data.recipientList;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data19)){
var valid4 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
const _errs40 = errors;
if(errors === _errs40){
if(errors === _errs40){
if(typeof data20 === "string"){
if(!(formats4(data20))){
validate20.errors = [[path+"/recipientList/" + i2,"format","uri"]];
return false;
}
}
else {
validate20.errors = [[path+"/recipientList/" + i2,"type","string"]];
return false;
}
}
}
var valid4 = _errs40 === errors;
if(!valid4){
break;
}
}
}
else {
validate20.errors = [[path+"/recipientList","type","array"]];
return false;
}
}
}
if(data.isPersonalData !== undefined){
if(typeof data.isPersonalData !== "boolean"){
validate20.errors = [[path+"/isPersonalData","type","boolean"]];
return false;
}
}
if(data.retentionPeriod !== undefined){
if(typeof data.retentionPeriod !== "string"){
validate20.errors = [[path+"/retentionPeriod","type","string"]];
return false;
}
}
if(data.legitimateInterest !== undefined){
if(typeof data.legitimateInterest !== "string"){
validate20.errors = [[path+"/legitimateInterest","type","string"]];
return false;
}
}
if(data.crossborderTransfer !== undefined){
if(typeof data.crossborderTransfer !== "string"){
validate20.errors = [[path+"/crossborderTransfer","type","string"]];
return false;
}
}
if(data.image !== undefined){
let data25 = data.image;
const _errs50 = errors;
if(errors === _errs50){
if(errors === _errs50){
if(typeof data25 === "string"){
if(!(formats4(data25))){
validate20.errors = [[path+"/image","format","uri"]];
return false;
}
}
else {
validate20.errors = [[path+"/image","type","string"]];
return false;
}
}
}
}
}
validate20.errors = vErrors;
return errors === 0;
}
export const airQualityObserved: ValuesCheck = validate25;
function validate25(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate25.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate25.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate25.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate25.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate25.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate25.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate25.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate25.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate25.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate25.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate25.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate25.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.dateObserved !== undefined){
let data13 = data.dateObserved;
const _errs28 = errors;
if(errors === _errs28){
if(errors === _errs28){
if(typeof data13 === "string"){
if(!(formats0.validate(data13))){
validate25.errors = [[path+"/dateObserved","format","date-time"]];
return false;
}
}
else {
validate25.errors = [[path+"/dateObserved","type","string"]];
return false;
}
}
}
}
if(data.airQualityIndex !== undefined){
let data14 = data.airQualityIndex;
const _errs30 = errors;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
validate25.errors = [[path+"/airQualityIndex","type","integer"]];
return false;
}
if(errors === _errs30){
if(typeof data14 == "number"){
if(data14 < 0 || isNaN(data14)){
validate25.errors = [[path+"/airQualityIndex","minimum",0]];
return false;
}
}
}
}
if(data.airQualityLevel !== undefined){
let data15 = data.airQualityLevel;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data15 === "string"){
if(func0(data15) < 2){
validate25.errors = [[path+"/airQualityLevel","minLength",2]];
return false;
}
}
else {
validate25.errors = [[path+"/airQualityLevel","type","string"]];
return false;
}
}
}
if(data.reliability !== undefined){
let data16 = data.reliability;
const _errs34 = errors;
if(errors === _errs34){
if(typeof data16 == "number"){
if(data16 > 1 || isNaN(data16)){
validate25.errors = [[path+"/reliability","maximum",1]];
return false;
}
else {
if(data16 < 0 || isNaN(data16)){
validate25.errors = [[path+"/reliability","minimum",0]];
return false;
}
}
}
else {
validate25.errors = [[path+"/reliability","type","number"]];
return false;
}
}
}
if(data.as !== undefined){
let data17 = data.as;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data17 == "number"){
if(data17 < 0 || isNaN(data17)){
validate25.errors = [[path+"/as","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/as","type","number"]];
return false;
}
}
}
if(data.c6h6 !== undefined){
let data18 = data.c6h6;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
validate25.errors = [[path+"/c6h6","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/c6h6","type","number"]];
return false;
}
}
}
if(data.cd !== undefined){
let data19 = data.cd;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
validate25.errors = [[path+"/cd","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/cd","type","number"]];
return false;
}
}
}
if(data.co !== undefined){
let data20 = data.co;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate25.errors = [[path+"/co","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/co","type","number"]];
return false;
}
}
}
if(data.coLevel !== undefined){
if(typeof data.coLevel !== "string"){
validate25.errors = [[path+"/coLevel","type","string"]];
return false;
}
}
if(data.co2 !== undefined){
let data22 = data.co2;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
validate25.errors = [[path+"/co2","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/co2","type","number"]];
return false;
}
}
}
if(data.ni !== undefined){
let data23 = data.ni;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data23 == "number"){
if(data23 < 0 || isNaN(data23)){
validate25.errors = [[path+"/ni","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/ni","type","number"]];
return false;
}
}
}
if(data.no !== undefined){
let data24 = data.no;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
validate25.errors = [[path+"/no","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/no","type","number"]];
return false;
}
}
}
if(data.no2 !== undefined){
let data25 = data.no2;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data25 == "number"){
if(data25 < 0 || isNaN(data25)){
validate25.errors = [[path+"/no2","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/no2","type","number"]];
return false;
}
}
}
if(data.nox !== undefined){
let data26 = data.nox;
const _errs54 = errors;
if(errors === _errs54){
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
validate25.errors = [[path+"/nox","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/nox","type","number"]];
return false;
}
}
}
if(data.o3 !== undefined){
let data27 = data.o3;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
validate25.errors = [[path+"/o3","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/o3","type","number"]];
return false;
}
}
}
if(data.pm10 !== undefined){
let data28 = data.pm10;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
validate25.errors = [[path+"/pm10","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/pm10","type","number"]];
return false;
}
}
}
if(data.pm25 !== undefined){
let data29 = data.pm25;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
validate25.errors = [[path+"/pm25","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/pm25","type","number"]];
return false;
}
}
}
if(data.pb !== undefined){
let data30 = data.pb;
const _errs62 = errors;
if(errors === _errs62){
if(typeof data30 == "number"){
if(data30 < 0 || isNaN(data30)){
validate25.errors = [[path+"/pb","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/pb","type","number"]];
return false;
}
}
}
if(data.precipitation !== undefined){
let data31 = data.precipitation;
const _errs64 = errors;
if(errors === _errs64){
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
validate25.errors = [[path+"/precipitation","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/precipitation","type","number"]];
return false;
}
}
}
if(data.relativeHumidity !== undefined){
let data32 = data.relativeHumidity;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data32 == "number"){
if(data32 > 1 || isNaN(data32)){
validate25.errors = [[path+"/relativeHumidity","maximum",1]];
return false;
}
else {
if(data32 < 0 || isNaN(data32)){
validate25.errors = [[path+"/relativeHumidity","minimum",0]];
return false;
}
}
}
else {
validate25.errors = [[path+"/relativeHumidity","type","number"]];
return false;
}
}
}
if(data.sh2 !== undefined){
let data33 = data.sh2;
const _errs68 = errors;
if(errors === _errs68){
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
validate25.errors = [[path+"/sh2","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/sh2","type","number"]];
return false;
}
}
}
if(data.so2 !== undefined){
let data34 = data.so2;
const _errs70 = errors;
if(errors === _errs70){
if(typeof data34 == "number"){
if(data34 < 0 || isNaN(data34)){
validate25.errors = [[path+"/so2","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/so2","type","number"]];
return false;
}
}
}
if(data.typeofLocation !== undefined){
let data35 = data.typeofLocation;
if(typeof data35 !== "string"){
validate25.errors = [[path+"/typeofLocation","type","string"]];
return false;
}
if(!((data35 === "indoor") || (data35 === "outdoor"))){
validate25.errors = [[path+"/typeofLocation","enum"]];
return false;
}
}
if(data.volatileOrganicCompoundsTotal !== undefined){
let data36 = data.volatileOrganicCompoundsTotal;
const _errs74 = errors;
if(errors === _errs74){
if(typeof data36 == "number"){
if(data36 < 0 || isNaN(data36)){
validate25.errors = [[path+"/volatileOrganicCompoundsTotal","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/volatileOrganicCompoundsTotal","type","number"]];
return false;
}
}
}
if(data.refDevice !== undefined){
if(!(validate1(data.refDevice, path+"/refDevice"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refPointOfInterest !== undefined){
if(!(validate1(data.refPointOfInterest, path+"/refPointOfInterest"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refWeatherObserved !== undefined){
if(!(validate1(data.refWeatherObserved, path+"/refWeatherObserved"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.temperature !== undefined){
if(!(typeof data.temperature == "number")){
validate25.errors = [[path+"/temperature","type","number"]];
return false;
}
}
if(data.windDirection !== undefined){
let data41 = data.windDirection;
const _errs81 = errors;
if(errors === _errs81){
if(typeof data41 == "number"){
if(data41 > 180 || isNaN(data41)){
validate25.errors = [[path+"/windDirection","maximum",180]];
return false;
}
else {
if(data41 < -180 || isNaN(data41)){
validate25.errors = [[path+"/windDirection","minimum",-180]];
return false;
}
}
}
else {
validate25.errors = [[path+"/windDirection","type","number"]];
return false;
}
}
}
if(data.windSpeed !== undefined){
let data42 = data.windSpeed;
const _errs83 = errors;
if(errors === _errs83){
if(typeof data42 == "number"){
if(data42 < 0 || isNaN(data42)){
validate25.errors = [[path+"/windSpeed","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/windSpeed","type","number"]];
return false;
}
}
}
if(data.pm1 !== undefined){
if(!(typeof data.pm1 == "number")){
validate25.errors = [[path+"/pm1","type","number"]];
return false;
}
}
if(data.pm4 !== undefined){
let data44 = data.pm4;
const _errs87 = errors;
if(errors === _errs87){
if(typeof data44 == "number"){
if(data44 < 0 || isNaN(data44)){
validate25.errors = [[path+"/pm4","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/pm4","type","number"]];
return false;
}
}
}
if(data.tpc !== undefined){
let data45 = data.tpc;
const _errs89 = errors;
if(!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))){
validate25.errors = [[path+"/tpc","type","integer"]];
return false;
}
if(errors === _errs89){
if(typeof data45 == "number"){
if(data45 < 0 || isNaN(data45)){
validate25.errors = [[path+"/tpc","minimum",0]];
return false;
}
}
}
}
if(data.tsp !== undefined){
let data46 = data.tsp;
const _errs91 = errors;
if(!((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46)))){
validate25.errors = [[path+"/tsp","type","integer"]];
return false;
}
if(errors === _errs91){
if(typeof data46 == "number"){
if(data46 < 0 || isNaN(data46)){
validate25.errors = [[path+"/tsp","minimum",0]];
return false;
}
}
}
}
if(data.pressure !== undefined){
let data47 = data.pressure;
const _errs93 = errors;
if(errors === _errs93){
if(typeof data47 == "number"){
if(data47 < 0 || isNaN(data47)){
validate25.errors = [[path+"/pressure","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/pressure","type","number"]];
return false;
}
}
}
if(data.charge !== undefined){
let data48 = data.charge;
const _errs95 = errors;
if(errors === _errs95){
if(typeof data48 == "number"){
if(data48 < 0 || isNaN(data48)){
validate25.errors = [[path+"/charge","minimum",0]];
return false;
}
}
else {
validate25.errors = [[path+"/charge","type","number"]];
return false;
}
}
}
}
validate25.errors = vErrors;
return errors === 0;
}
export const noiseLevelObserved: ValuesCheck = validate31;
function validate31(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate31.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate31.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate31.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate31.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate31.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate31.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate31.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate31.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate31.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate31.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate31.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate31.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.dateObserved !== undefined){
if(typeof data.dateObserved !== "string"){
validate31.errors = [[path+"/dateObserved","type","string"]];
return false;
}
}
if(data.dateObservedFrom !== undefined){
let data14 = data.dateObservedFrom;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data14 === "string"){
if(!(formats0.validate(data14))){
validate31.errors = [[path+"/dateObservedFrom","format","date-time"]];
return false;
}
}
else {
validate31.errors = [[path+"/dateObservedFrom","type","string"]];
return false;
}
}
}
}
if(data.dateObservedTo !== undefined){
let data15 = data.dateObservedTo;
const _errs32 = errors;
if(errors === _errs32){
if(errors === _errs32){
if(typeof data15 === "string"){
if(!(formats0.validate(data15))){
validate31.errors = [[path+"/dateObservedTo","format","date-time"]];
return false;
}
}
else {
validate31.errors = [[path+"/dateObservedTo","type","string"]];
return false;
}
}
}
}
if(data.sonometerClass !== undefined){
let data16 = data.sonometerClass;
if(typeof data16 !== "string"){
validate31.errors = [[path+"/sonometerClass","type","string"]];
return false;
}
if(!(((data16 === "0") || (data16 === "1")) || (data16 === "2"))){
validate31.errors = [[path+"/sonometerClass","enum"]];
return false;
}
}
if(data.refDevice !== undefined){
if(!(validate1(data.refDevice, path+"/refDevice"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refPointOfInterest !== undefined){
if(!(validate1(data.refPointOfInterest, path+"/refPointOfInterest"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refWeatherObserved !== undefined){
if(!(validate1(data.refWeatherObserved, path+"/refWeatherObserved"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.LAS !== undefined){
if(!(typeof data.LAS == "number")){
validate31.errors = [[path+"/LAS","type","number"]];
return false;
}
}
if(data.LAeq !== undefined){
if(!(typeof data.LAeq == "number")){
validate31.errors = [[path+"/LAeq","type","number"]];
return false;
}
}
if(data.LAeq_d !== undefined){
if(!(typeof data.LAeq_d == "number")){
validate31.errors = [[path+"/LAeq_d","type","number"]];
return false;
}
}
if(data.LAmax !== undefined){
if(!(typeof data.LAmax == "number")){
validate31.errors = [[path+"/LAmax","type","number"]];
return false;
}
}
if(data.obstacles !== undefined){
if(typeof data.obstacles !== "string"){
validate31.errors = [[path+"/obstacles","type","string"]];
return false;
}
}
if(data.heightAverage !== undefined){
if(typeof data.heightAverage !== "string"){
validate31.errors = [[path+"/heightAverage","type","string"]];
return false;
}
}
if(data.distanceAverage !== undefined){
if(typeof data.distanceAverage !== "string"){
validate31.errors = [[path+"/distanceAverage","type","string"]];
return false;
}
}
}
validate31.errors = vErrors;
return errors === 0;
}
export const serviceRequests: ValuesCheck = validate37;
const formats84 = /^[^@\s]+@[^@\s]+$/u;
function validate42(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.variable !== undefined){
if(typeof data0.variable !== "boolean"){
validate42.errors = [[path+"/" + i0+"/variable","type","boolean"]];
return false;
}
}
if(data0.code !== undefined){
if(typeof data0.code !== "string"){
validate42.errors = [[path+"/" + i0+"/code","type","string"]];
return false;
}
}
if(data0.datatype !== undefined){
let data3 = data0.datatype;
if(typeof data3 !== "string"){
validate42.errors = [[path+"/" + i0+"/datatype","type","string"]];
return false;
}
if(!(((((data3 === "string") || (data3 === "number")) || (data3 === "datetime")) || (data3 === "singlevaluelist")) || (data3 === "multivaluelist"))){
validate42.errors = [[path+"/" + i0+"/datatype","enum",["string","number","datetime","singlevaluelist","multivaluelist"]]];
return false;
}
}
if(data0.required !== undefined){
if(typeof data0.required !== "boolean"){
validate42.errors = [[path+"/" + i0+"/required","type","boolean"]];
return false;
}
}
if(data0.datatype_description !== undefined){
if(typeof data0.datatype_description !== "string"){
validate42.errors = [[path+"/" + i0+"/datatype_description","type","string"]];
return false;
}
}
if(data0.order !== undefined){
let data6 = data0.order;
const _errs13 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate42.errors = [[path+"/" + i0+"/order","type","integer"]];
return false;
}
if(errors === _errs13){
if(typeof data6 == "number"){
if(data6 < 1 || isNaN(data6)){
validate42.errors = [[path+"/" + i0+"/order","minimum",1]];
return false;
}
}
}
}
if(data0.description !== undefined){
if(typeof data0.description !== "string"){
validate42.errors = [[path+"/" + i0+"/description","type","string"]];
return false;
}
}
if(data0.values !== undefined){
let data8 = data0.values;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data8)){
var valid2 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.key !== undefined){
if(!(typeof data9.key == "number")){
validate42.errors = [[path+"/" + i0+"/values/" + i1+"/key","type","number"]];
return false;
}
}
if(data9.name !== undefined){
if(typeof data9.name !== "string"){
validate42.errors = [[path+"/" + i0+"/values/" + i1+"/name","type","string"]];
return false;
}
}
}
else {
validate42.errors = [[path+"/" + i0+"/values/" + i1,"type","object"]];
return false;
}
}
var valid2 = _errs19 === errors;
if(!valid2){
break;
}
}
}
else {
validate42.errors = [[path+"/" + i0+"/values","type","array"]];
return false;
}
}
}
}
else {
validate42.errors = [[path+"/" + i0,"type","object"]];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate42.errors = [[path,"type","array"]];
return false;
}
}
validate42.errors = vErrors;
return errors === 0;
}
function validate37(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate37.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate37.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate37.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate37.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate37.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate37.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate37.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate37.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate37.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate37.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate37.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate37.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.service_request_id !== undefined){
if(typeof data.service_request_id !== "string"){
validate37.errors = [[path+"/service_request_id","type","string"]];
return false;
}
}
if(data.jurisdiction_id !== undefined){
if(typeof data.jurisdiction_id !== "string"){
validate37.errors = [[path+"/jurisdiction_id","type","string"]];
return false;
}
}
if(data.service_code !== undefined){
if(typeof data.service_code !== "string"){
validate37.errors = [[path+"/service_code","type","string"]];
return false;
}
}
if(data.service_name !== undefined){
if(typeof data.service_name !== "string"){
validate37.errors = [[path+"/service_name","type","string"]];
return false;
}
}
if(data.agency_responsible !== undefined){
if(typeof data.agency_responsible !== "string"){
validate37.errors = [[path+"/agency_responsible","type","string"]];
return false;
}
}
if(data.service_notice !== undefined){
if(typeof data.service_notice !== "string"){
validate37.errors = [[path+"/service_notice","type","string"]];
return false;
}
}
if(data.status !== undefined){
let data19 = data.status;
if(typeof data19 !== "string"){
validate37.errors = [[path+"/status","type","string"]];
return false;
}
if(!((data19 === "closed") || (data19 === "open"))){
validate37.errors = [[path+"/status","enum"]];
return false;
}
}
if(data.status_notes !== undefined){
if(typeof data.status_notes !== "string"){
validate37.errors = [[path+"/status_notes","type","string"]];
return false;
}
}
if(data.requested_datetime !== undefined){
if(typeof data.requested_datetime !== "string"){
validate37.errors = [[path+"/requested_datetime","type","string"]];
return false;
}
}
if(data.updated_datetime !== undefined){
if(typeof data.updated_datetime !== "string"){
validate37.errors = [[path+"/updated_datetime","type","string"]];
return false;
}
}
if(data.expected_datetime !== undefined){
if(typeof data.expected_datetime !== "string"){
validate37.errors = [[path+"/expected_datetime","type","string"]];
return false;
}
}
if(data.media_url !== undefined){
if(typeof data.media_url !== "string"){
validate37.errors = [[path+"/media_url","type","string"]];
return false;
}
}
if(data.email !== undefined){
let data25 = data.email;
const _errs53 = errors;
if(errors === _errs53){
if(errors === _errs53){
if(typeof data25 === "string"){
if(!(formats84.test(data25))){
validate37.errors = [[path+"/email","format","idn-email"]];
return false;
}
}
else {
validate37.errors = [[path+"/email","type","string"]];
return false;
}
}
}
}
if(data.first_name !== undefined){
if(typeof data.first_name !== "string"){
validate37.errors = [[path+"/first_name","type","string"]];
return false;
}
}
if(data.last_name !== undefined){
if(typeof data.last_name !== "string"){
validate37.errors = [[path+"/last_name","type","string"]];
return false;
}
}
if(data.phone !== undefined){
if(typeof data.phone !== "string"){
validate37.errors = [[path+"/phone","type","string"]];
return false;
}
}
if(data.device_id !== undefined){
if(!(validate1(data.device_id, path+"/device_id"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.account_id !== undefined){
if(!(validate1(data.account_id, path+"/account_id"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.address_string !== undefined){
if(typeof data.address_string !== "string"){
validate37.errors = [[path+"/address_string","type","string"]];
return false;
}
}
if(data.attributes !== undefined){
if(!(validate42(data.attributes, path+"/attributes"))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
validate37.errors = vErrors;
return errors === 0;
}
export const keyPerformanceIndicator: ValuesCheck = validate44;
const formats94 = formats.date;
function validate47(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate47.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate47.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((data0 === "actionable") || (data0 === "directional")) || (data0 === "financial")) || (data0 === "input")) || (data0 === "lagging")) || (data0 === "leading")) || (data0 === "output")) || (data0 === "practical")) || (data0 === "process")) || (data0 === "qualitative")) || (data0 === "quantitative"))){
validate47.errors = [[path+"/" + i0,"enum",["actionable","directional","financial","input","lagging","leading","output","practical","process","qualitative","quantitative"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate47.errors = [[path,"type","array"]];
return false;
}
}
validate47.errors = vErrors;
return errors === 0;
}
function validate49(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate49.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.entityType !== undefined){
if(typeof data0.entityType !== "string"){
validate49.errors = [[path+"/" + i0+"/entityType","type","string"]];
return false;
}
}
if(data0.attrs !== undefined){
let data2 = data0.attrs;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
if(data2.length < 1){
validate49.errors = [[path+"/" + i0+"/attrs","minItems",1]];
return false;
}
else {
var valid2 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
const _errs7 = errors;
if(typeof data2[i1] !== "string"){
validate49.errors = [[path+"/" + i0+"/attrs/" + i1,"type","string"]];
return false;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
else {
validate49.errors = [[path+"/" + i0+"/attrs","type","array"]];
return false;
}
}
}
}
else {
validate49.errors = [[path+"/" + i0,"type","object"]];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate49.errors = [[path,"type","array"]];
return false;
}
}
validate49.errors = vErrors;
return errors === 0;
}
function validate44(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate44.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate44.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate44.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate44.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate44.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate44.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate44.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate44.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate44.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate44.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate44.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate44.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.category !== undefined){
if(!(validate47(data.category, path+"/category"))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
if(data.organization !== undefined){
if(typeof data.organization !== "string"){
validate44.errors = [[path+"/organization","type","string"]];
return false;
}
}
if(data.process !== undefined){
if(typeof data.process !== "string"){
validate44.errors = [[path+"/process","type","string"]];
return false;
}
}
if(data.product !== undefined){
if(typeof data.product !== "string"){
validate44.errors = [[path+"/product","type","string"]];
return false;
}
}
if(data.provider !== undefined){
if(typeof data.provider !== "string"){
validate44.errors = [[path+"/provider","type","string"]];
return false;
}
}
if(data.businessTarget !== undefined){
if(typeof data.businessTarget !== "string"){
validate44.errors = [[path+"/businessTarget","type","string"]];
return false;
}
}
if(data.calculationFrequency !== undefined){
let data19 = data.calculationFrequency;
if(typeof data19 !== "string"){
validate44.errors = [[path+"/calculationFrequency","type","string"]];
return false;
}
if(!((((((((data19 === "hourly") || (data19 === "daily")) || (data19 === "weekly")) || (data19 === "monthly")) || (data19 === "yearly")) || (data19 === "quarterly")) || (data19 === "bimonthly")) || (data19 === "biweekly"))){
validate44.errors = [[path+"/calculationFrequency","enum"]];
return false;
}
}
if(data.calculatedBy !== undefined){
if(typeof data.calculatedBy !== "string"){
validate44.errors = [[path+"/calculatedBy","type","string"]];
return false;
}
}
if(data.calculationMethod !== undefined){
let data21 = data.calculationMethod;
if(typeof data21 !== "string"){
validate44.errors = [[path+"/calculationMethod","type","string"]];
return false;
}
if(!(((data21 === "manual") || (data21 === "automatic")) || (data21 === "semiautomatic"))){
validate44.errors = [[path+"/calculationMethod","enum"]];
return false;
}
}
if(data.calculationFormula !== undefined){
if(typeof data.calculationFormula !== "string"){
validate44.errors = [[path+"/calculationFormula","type","string"]];
return false;
}
}
if(data.aggregatedData !== undefined){
if(!(validate49(data.aggregatedData, path+"/aggregatedData"))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
}
if(data.calculationPeriod !== undefined){
let data24 = data.calculationPeriod;
const _errs48 = errors;
if(errors === _errs48){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.from !== undefined){
let data25 = data24.from;
const _errs50 = errors;
if(errors === _errs50){
if(errors === _errs50){
if(typeof data25 === "string"){
if(!(formats94.validate(data25))){
validate44.errors = [[path+"/calculationPeriod/from","format","date"]];
return false;
}
}
else {
validate44.errors = [[path+"/calculationPeriod/from","type","string"]];
return false;
}
}
}
}
if(data24.to !== undefined){
let data26 = data24.to;
const _errs52 = errors;
if(errors === _errs52){
if(errors === _errs52){
if(typeof data26 === "string"){
if(!(formats94.validate(data26))){
validate44.errors = [[path+"/calculationPeriod/to","format","date"]];
return false;
}
}
else {
validate44.errors = [[path+"/calculationPeriod/to","type","string"]];
return false;
}
}
}
}
}
else {
validate44.errors = [[path+"/calculationPeriod","type","object"]];
return false;
}
}
}
if(data.currentStanding !== undefined){
let data27 = data.currentStanding;
if(typeof data27 !== "string"){
validate44.errors = [[path+"/currentStanding","type","string"]];
return false;
}
if(!(((((data27 === "veryGood") || (data27 === "good")) || (data27 === "fair")) || (data27 === "bad")) || (data27 === "veryBad"))){
validate44.errors = [[path+"/currentStanding","enum"]];
return false;
}
}
if(data.kpiValue !== undefined){
let data28 = data.kpiValue;
const _errs57 = errors;
let valid5 = false;
let passing1 = null;
const _errs58 = errors;
if(typeof data28 !== "string"){
const err7 = [path+"/kpiValue","type","string"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid1 = _errs58 === errors;
if(_valid1){
valid5 = true;
passing1 = 0;
}
const _errs60 = errors;
if(!(typeof data28 == "number")){
const err8 = [path+"/kpiValue","type","number"];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid1 = _errs60 === errors;
if(_valid1 && valid5){
valid5 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid5 = true;
passing1 = 1;
}
const _errs62 = errors;
if(typeof data28 !== "boolean"){
const err9 = [path+"/kpiValue","type","boolean"];
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid1 = _errs62 === errors;
if(_valid1 && valid5){
valid5 = false;
passing1 = [passing1, 2];
}
else {
if(_valid1){
valid5 = true;
passing1 = 2;
}
const _errs64 = errors;
if(!(data28 && typeof data28 == "object" && !Array.isArray(data28))){
const err10 = [path+"/kpiValue","type","object"];
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs64 === errors;
if(_valid1 && valid5){
valid5 = false;
passing1 = [passing1, 3];
}
else {
if(_valid1){
valid5 = true;
passing1 = 3;
}
const _errs66 = errors;
if(!(Array.isArray(data28))){
const err11 = [path+"/kpiValue","type","array"];
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs66 === errors;
if(_valid1 && valid5){
valid5 = false;
passing1 = [passing1, 4];
}
else {
if(_valid1){
valid5 = true;
passing1 = 4;
}
}
}
}
}
if(!valid5){
const err12 = [path+"/kpiValue","oneOf"];
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
validate44.errors = vErrors;
return false;
}
else {
errors = _errs57;
if(vErrors !== null){
if(_errs57){
vErrors.length = _errs57;
}
else {
vErrors = null;
}
}
}
}
if(data.effectiveSince !== undefined){
let data29 = data.effectiveSince;
const _errs68 = errors;
if(errors === _errs68){
if(errors === _errs68){
if(typeof data29 === "string"){
if(!(formats0.validate(data29))){
validate44.errors = [[path+"/effectiveSince","format","date-time"]];
return false;
}
}
else {
validate44.errors = [[path+"/effectiveSince","type","string"]];
return false;
}
}
}
}
if(data.dateNextCalculation !== undefined){
let data30 = data.dateNextCalculation;
const _errs70 = errors;
if(errors === _errs70){
if(errors === _errs70){
if(typeof data30 === "string"){
if(!(formats94.validate(data30))){
validate44.errors = [[path+"/dateNextCalculation","format","date"]];
return false;
}
}
else {
validate44.errors = [[path+"/dateNextCalculation","type","string"]];
return false;
}
}
}
}
if(data.dateExpires !== undefined){
let data31 = data.dateExpires;
const _errs72 = errors;
if(errors === _errs72){
if(errors === _errs72){
if(typeof data31 === "string"){
if(!(formats0.validate(data31))){
validate44.errors = [[path+"/dateExpires","format","date-time"]];
return false;
}
}
else {
validate44.errors = [[path+"/dateExpires","type","string"]];
return false;
}
}
}
}
if(data.updatedAt !== undefined){
let data32 = data.updatedAt;
const _errs74 = errors;
if(errors === _errs74){
if(errors === _errs74){
if(typeof data32 === "string"){
if(!(formats0.validate(data32))){
validate44.errors = [[path+"/updatedAt","format","date-time"]];
return false;
}
}
else {
validate44.errors = [[path+"/updatedAt","type","string"]];
return false;
}
}
}
}
if(data.area !== undefined){
if(typeof data.area !== "string"){
validate44.errors = [[path+"/area","type","string"]];
return false;
}
}
}
validate44.errors = vErrors;
return errors === 0;
}
export const offStreetParking: ValuesCheck = validate51;
function validate54(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate54.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate54.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((((((((((((((data0 === "barrierAccess") || (data0 === "feeCharged")) || (data0 === "forCustomers")) || (data0 === "forDisabled")) || (data0 === "forElectricalCharging")) || (data0 === "forEmployees")) || (data0 === "forMembers")) || (data0 === "forResidents")) || (data0 === "forStudents")) || (data0 === "forVisitors")) || (data0 === "free")) || (data0 === "freeAccess")) || (data0 === "gateAccess")) || (data0 === "guarded")) || (data0 === "ground")) || (data0 === "longTerm")) || (data0 === "mediumTerm")) || (data0 === "onlyResidents")) || (data0 === "onlyWithPermit")) || (data0 === "parkingGarage")) || (data0 === "parkingLot")) || (data0 === "private")) || (data0 === "public")) || (data0 === "publicPrivate")) || (data0 === "shortTerm")) || (data0 === "staffed")) || (data0 === "underground")) || (data0 === "urbanDeterrentParking")) || (data0 === "other"))){
validate54.errors = [[path+"/" + i0,"enum"]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate54.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate54.errors = [[path,"type","array"]];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}
function validate56(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate56.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate56.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((data0 === "agriculturalVehicle") || (data0 === "anyVehicle")) || (data0 === "bicycle")) || (data0 === "bus")) || (data0 === "car")) || (data0 === "caravan")) || (data0 === "carWithCaravan")) || (data0 === "carWithTrailer")) || (data0 === "constructionOrMaintenanceVehicle")) || (data0 === "lorry")) || (data0 === "moped")) || (data0 === "motorcycle")) || (data0 === "motorcycleWithSideCar")) || (data0 === "motorscooter")) || (data0 === "tanker")) || (data0 === "trailer")) || (data0 === "van"))){
validate56.errors = [[path+"/" + i0,"enum",["agriculturalVehicle","anyVehicle","bicycle","bus","car","caravan","carWithCaravan","carWithTrailer","constructionOrMaintenanceVehicle","lorry","moped","motorcycle","motorcycleWithSideCar","motorscooter","tanker","trailer","van"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate56.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate56.errors = [[path,"type","array"]];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}
function validate58(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate58.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate58.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((data0 === "additionalIntervalPrice") || (data0 === "annualPayment")) || (data0 === "firstIntervalPrice")) || (data0 === "flat")) || (data0 === "free")) || (data0 === "minimum")) || (data0 === "maximum")) || (data0 === "monthlyPayment")) || (data0 === "other")) || (data0 === "seasonTicket")) || (data0 === "temporaryPrice"))){
validate58.errors = [[path+"/" + i0,"enum",["additionalIntervalPrice","annualPayment","firstIntervalPrice","flat","free","minimum","maximum","monthlyPayment","other","seasonTicket","temporaryPrice"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate58.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate58.errors = [[path,"type","array"]];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}
function validate60(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 0){
validate60.errors = [[path,"minItems",0]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate60.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!((((((((data0 === "employeePermit") || (data0 === "fairPermit")) || (data0 === "governmentPermit")) || (data0 === "noPermitNeeded")) || (data0 === "residentPermit")) || (data0 === "specificIdentifiedVehiclePermit")) || (data0 === "studentPermit")) || (data0 === "visitorPermit"))){
validate60.errors = [[path+"/" + i0,"enum",["employeePermit","fairPermit","governmentPermit","noPermitNeeded","residentPermit","specificIdentifiedVehiclePermit","studentPermit","visitorPermit"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate60.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate60.errors = [[path,"type","array"]];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}
function validate62(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate62.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate62.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((data0 === "ByBankTransferInAdvance") || (data0 === "ByInvoice")) || (data0 === "Cash")) || (data0 === "CheckInAdvance")) || (data0 === "COD")) || (data0 === "DirectDebit")) || (data0 === "GoogleCheckout")) || (data0 === "PayPal")) || (data0 === "PaySwarm"))){
validate62.errors = [[path+"/" + i0,"enum",["ByBankTransferInAdvance","ByInvoice","Cash","CheckInAdvance","COD","DirectDebit","GoogleCheckout","PayPal","PaySwarm"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate62.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate62.errors = [[path,"type","array"]];
return false;
}
}
validate62.errors = vErrors;
return errors === 0;
}
function validate64(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate64.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate64.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!((((((((((((((data0 === "automatedParkingGarage") || (data0 === "carports")) || (data0 === "covered")) || (data0 === "field")) || (data0 === "garageBoxes")) || (data0 === "multiLevel")) || (data0 === "multiStorey")) || (data0 === "nested")) || (data0 === "openSpace")) || (data0 === "rooftop")) || (data0 === "sheds")) || (data0 === "singleLevel")) || (data0 === "surface")) || (data0 === "other"))){
validate64.errors = [[path+"/" + i0,"enum",["automatedParkingGarage","carports","covered","field","garageBoxes","multiLevel","multiStorey","nested","openSpace","rooftop","sheds","singleLevel","surface","other"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate64.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate64.errors = [[path,"type","array"]];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}
function validate66(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate66.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate66.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((((data0 === "automaticParkingGuidance") || (data0 === "carSharing")) || (data0 === "dropOffWithValet")) || (data0 === "dropOffMechanical")) || (data0 === "dropOff")) || (data0 === "eventParking")) || (data0 === "kissAndRide")) || (data0 === "liftShare")) || (data0 === "loadingBay")) || (data0 === "overnightParking")) || (data0 === "parkAndCycle")) || (data0 === "parkAndRide")) || (data0 === "parkAndWalk")) || (data0 === "restArea")) || (data0 === "serviceArea")) || (data0 === "staffGuidesToSpace")) || (data0 === "truckParking")) || (data0 === "vehicleLift")) || (data0 === "other"))){
validate66.errors = [[path+"/" + i0,"enum",["automaticParkingGuidance","carSharing","dropOffWithValet","dropOffMechanical","dropOff","eventParking","kissAndRide","liftShare","loadingBay","overnightParking","parkAndCycle","parkAndRide","parkAndWalk","restArea","serviceArea","staffGuidesToSpace","truckParking","vehicleLift","other"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate66.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate66.errors = [[path,"type","array"]];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}
function validate68(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate68.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate68.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!((((((((((((((((((((((((((((data0 === "bikeParking") || (data0 === "cashMachine")) || (data0 === "copyMachineOrService")) || (data0 === "defibrillator")) || (data0 === "dumpingStation")) || (data0 === "electricChargingStation")) || (data0 === "elevator")) || (data0 === "faxMachineOrService")) || (data0 === "fireHose")) || (data0 === "fireExtinguisher")) || (data0 === "fireHydrant")) || (data0 === "firstAidEquipment")) || (data0 === "freshWater")) || (data0 === "iceFreeScaffold")) || (data0 === "informationPoint")) || (data0 === "internetWireless")) || (data0 === "luggageLocker")) || (data0 === "payDesk")) || (data0 === "paymentMachine")) || (data0 === "playground")) || (data0 === "publicPhone")) || (data0 === "refuseBin")) || (data0 === "safeDeposit")) || (data0 === "shower")) || (data0 === "toilet")) || (data0 === "tollTerminal")) || (data0 === "vendingMachine")) || (data0 === "wasteDisposal"))){
validate68.errors = [[path+"/" + i0,"enum"]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate68.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate68.errors = [[path,"type","array"]];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}
function validate70(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate70.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate70.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!((((((((((data0 === "areaSeparatedFromSurroundings") || (data0 === "cctv")) || (data0 === "dog")) || (data0 === "externalSecurity")) || (data0 === "fences")) || (data0 === "floodLight")) || (data0 === "guard24hours")) || (data0 === "lighting")) || (data0 === "patrolled")) || (data0 === "securityStaff"))){
validate70.errors = [[path+"/" + i0,"enum",["areaSeparatedFromSurroundings","cctv","dog","externalSecurity","fences","floodLight","guard24hours","lighting","patrolled","securityStaff"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate70.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate70.errors = [[path,"type","array"]];
return false;
}
}
validate70.errors = vErrors;
return errors === 0;
}
function validate72(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate72.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate72.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((((data0 === "airportTerminal") || (data0 === "cableCarStation")) || (data0 === "campground")) || (data0 === "cinema")) || (data0 === "coachStation")) || (data0 === "conventionCentre")) || (data0 === "exhibitionCentre")) || (data0 === "ferryTerminal")) || (data0 === "hotel")) || (data0 === "market")) || (data0 === "publicTransportStation")) || (data0 === "religiousCentre")) || (data0 === "shoppingCentre")) || (data0 === "skilift")) || (data0 === "specificFacility")) || (data0 === "themePark")) || (data0 === "trainStation")) || (data0 === "vehicleOnRailTerminal")) || (data0 === "other"))){
validate72.errors = [[path+"/" + i0,"enum",["airportTerminal","cableCarStation","campground","cinema","coachStation","conventionCentre","exhibitionCentre","ferryTerminal","hotel","market","publicTransportStation","religiousCentre","shoppingCentre","skilift","specificFacility","themePark","trainStation","vehicleOnRailTerminal","other"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate72.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate72.errors = [[path,"type","array"]];
return false;
}
}
validate72.errors = vErrors;
return errors === 0;
}
function validate74(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate74.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate74.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!((((((((data0 === "almostFull") || (data0 === "closed")) || (data0 === "closedAbnormal")) || (data0 === "full")) || (data0 === "fullAtEntrance")) || (data0 === "open")) || (data0 === "openingTimesInForce")) || (data0 === "spacesAvailable"))){
validate74.errors = [[path+"/" + i0,"enum",["almostFull","closed","closedAbnormal","full","fullAtEntrance","open","openingTimesInForce","spacesAvailable"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate74.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate74.errors = [[path,"type","array"]];
return false;
}
}
validate74.errors = vErrors;
return errors === 0;
}
function validate79(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.availableSpotNumber !== undefined){
if(!(typeof data.availableSpotNumber == "number")){
validate79.errors = [[path+"/availableSpotNumber","type","number"]];
return false;
}
}
if(data.totalSpotNumber !== undefined){
if(!(typeof data.totalSpotNumber == "number")){
validate79.errors = [[path+"/totalSpotNumber","type","number"]];
return false;
}
}
if(data.occupiedSpotNumber !== undefined){
if(!(typeof data.occupiedSpotNumber == "number")){
validate79.errors = [[path+"/occupiedSpotNumber","type","number"]];
return false;
}
}
}
else {
validate79.errors = [[path,"type","object"]];
return false;
}
}
validate79.errors = vErrors;
return errors === 0;
}
function validate82(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.district !== undefined){
if(typeof data.district !== "string"){
validate82.errors = [[path+"/district","type","string"]];
return false;
}
}
if(data.ulbName !== undefined){
if(typeof data.ulbName !== "string"){
validate82.errors = [[path+"/ulbName","type","string"]];
return false;
}
}
if(data.cityId !== undefined){
if(typeof data.cityId !== "string"){
validate82.errors = [[path+"/cityId","type","string"]];
return false;
}
}
if(data.wardId !== undefined){
if(typeof data.wardId !== "string"){
validate82.errors = [[path+"/wardId","type","string"]];
return false;
}
}
if(data.stateName !== undefined){
if(typeof data.stateName !== "string"){
validate82.errors = [[path+"/stateName","type","string"]];
return false;
}
}
if(data.cityName !== undefined){
if(typeof data.cityName !== "string"){
validate82.errors = [[path+"/cityName","type","string"]];
return false;
}
}
if(data.zoneName !== undefined){
if(typeof data.zoneName !== "string"){
validate82.errors = [[path+"/zoneName","type","string"]];
return false;
}
}
if(data.zoneId !== undefined){
if(typeof data.zoneId !== "string"){
validate82.errors = [[path+"/zoneId","type","string"]];
return false;
}
}
if(data.wardName !== undefined){
if(typeof data.wardName !== "string"){
validate82.errors = [[path+"/wardName","type","string"]];
return false;
}
}
if(data.wardNum !== undefined){
if(!(typeof data.wardNum == "number")){
validate82.errors = [[path+"/wardNum","type","number"]];
return false;
}
}
}
else {
validate82.errors = [[path,"type","object"]];
return false;
}
}
validate82.errors = vErrors;
return errors === 0;
}
function validate51(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate51.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate51.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate51.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate51.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate51.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate51.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate51.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate51.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate51.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate51.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate51.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate51.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.category !== undefined){
if(!(validate54(data.category, path+"/category"))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.extCategory !== undefined){
let data14 = data.extCategory;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data14)){
if(data14.length < 1){
validate51.errors = [[path+"/extCategory","minItems",1]];
return false;
}
else {
var valid4 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
const _errs31 = errors;
if(typeof data14[i2] !== "string"){
validate51.errors = [[path+"/extCategory/" + i2,"type","string"]];
return false;
}
var valid4 = _errs31 === errors;
if(!valid4){
break;
}
}
if(valid4){
let i3 = data14.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data14[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate51.errors = [[path+"/extCategory","uniqueItems"]];
return false;
break;
}
indices0[item0] = i3;
}
}
}
}
}
else {
validate51.errors = [[path+"/extCategory","type","array"]];
return false;
}
}
}
if(data.allowedVehicleType !== undefined){
if(!(validate56(data.allowedVehicleType, path+"/allowedVehicleType"))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.chargeType !== undefined){
if(!(validate58(data.chargeType, path+"/chargeType"))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
if(data.requiredPermit !== undefined){
if(!(validate60(data.requiredPermit, path+"/requiredPermit"))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.occupancyDetectionType !== undefined){
let data19 = data.occupancyDetectionType;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data19)){
if(data19.length < 1){
validate51.errors = [[path+"/occupancyDetectionType","minItems",1]];
return false;
}
else {
var valid6 = true;
const len3 = data19.length;
for(let i4=0; i4<len3; i4++){
let data20 = data19[i4];
const _errs38 = errors;
if(typeof data20 !== "string"){
validate51.errors = [[path+"/occupancyDetectionType/" + i4,"type","string"]];
return false;
}
if(!(((((data20 === "balancing") || (data20 === "manual")) || (data20 === "modelBased")) || (data20 === "none")) || (data20 === "singleSpaceDetection"))){
validate51.errors = [[path+"/occupancyDetectionType/" + i4,"enum"]];
return false;
}
var valid6 = _errs38 === errors;
if(!valid6){
break;
}
}
if(valid6){
let i5 = data19.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data19[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate51.errors = [[path+"/occupancyDetectionType","uniqueItems"]];
return false;
break;
}
indices1[item1] = i5;
}
}
}
}
}
else {
validate51.errors = [[path+"/occupancyDetectionType","type","array"]];
return false;
}
}
}
if(data.occupiedSpotNumber !== undefined){
let data21 = data.occupiedSpotNumber;
const _errs40 = errors;
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
validate51.errors = [[path+"/occupiedSpotNumber","type","integer"]];
return false;
}
if(errors === _errs40){
if(typeof data21 == "number"){
if(data21 < 0 || isNaN(data21)){
validate51.errors = [[path+"/occupiedSpotNumber","minimum",0]];
return false;
}
}
}
}
if(data.occupancyModified !== undefined){
let data22 = data.occupancyModified;
const _errs42 = errors;
if(errors === _errs42){
if(errors === _errs42){
if(typeof data22 === "string"){
if(!(formats0.validate(data22))){
validate51.errors = [[path+"/occupancyModified","format","date-time"]];
return false;
}
}
else {
validate51.errors = [[path+"/occupancyModified","type","string"]];
return false;
}
}
}
}
if(data.occupancy !== undefined){
let data23 = data.occupancy;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data23 == "number"){
if(data23 > 1 || isNaN(data23)){
validate51.errors = [[path+"/occupancy","maximum",1]];
return false;
}
else {
if(data23 < 0 || isNaN(data23)){
validate51.errors = [[path+"/occupancy","minimum",0]];
return false;
}
}
}
else {
validate51.errors = [[path+"/occupancy","type","number"]];
return false;
}
}
}
if(data.acceptedPaymentMethod !== undefined){
if(!(validate62(data.acceptedPaymentMethod, path+"/acceptedPaymentMethod"))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.priceRatePerMinute !== undefined){
if(!(typeof data.priceRatePerMinute == "number")){
validate51.errors = [[path+"/priceRatePerMinute","type","number"]];
return false;
}
}
if(data.priceCurrency !== undefined){
if(typeof data.priceCurrency !== "string"){
validate51.errors = [[path+"/priceCurrency","type","string"]];
return false;
}
}
if(data.layout !== undefined){
if(!(validate64(data.layout, path+"/layout"))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data.usageScenario !== undefined){
if(!(validate66(data.usageScenario, path+"/usageScenario"))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.parkingMode !== undefined){
let data29 = data.parkingMode;
const _errs53 = errors;
if(errors === _errs53){
if(Array.isArray(data29)){
if(data29.length < 1){
validate51.errors = [[path+"/parkingMode","minItems",1]];
return false;
}
else {
var valid8 = true;
const len4 = data29.length;
for(let i6=0; i6<len4; i6++){
let data30 = data29[i6];
const _errs55 = errors;
if(typeof data30 !== "string"){
validate51.errors = [[path+"/parkingMode/" + i6,"type","string"]];
return false;
}
if(!(((data30 === "echelonParking") || (data30 === "parallelParking")) || (data30 === "perpendicularParking"))){
validate51.errors = [[path+"/parkingMode/" + i6,"enum"]];
return false;
}
var valid8 = _errs55 === errors;
if(!valid8){
break;
}
}
if(valid8){
let i7 = data29.length;
let j2;
if(i7 > 1){
const indices2 = {};
for(;i7--;){
let item2 = data29[i7];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate51.errors = [[path+"/parkingMode","uniqueItems"]];
return false;
break;
}
indices2[item2] = i7;
}
}
}
}
}
else {
validate51.errors = [[path+"/parkingMode","type","array"]];
return false;
}
}
}
if(data.facilities !== undefined){
if(!(validate68(data.facilities, path+"/facilities"))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data.security !== undefined){
if(!(validate70(data.security, path+"/security"))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data.highestFloor !== undefined){
let data33 = data.highestFloor;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
validate51.errors = [[path+"/highestFloor","type","integer"]];
return false;
}
}
if(data.lowestFloor !== undefined){
let data34 = data.lowestFloor;
if(!((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34)))){
validate51.errors = [[path+"/lowestFloor","type","integer"]];
return false;
}
}
if(data.maximumParkingDuration !== undefined){
if(typeof data.maximumParkingDuration !== "string"){
validate51.errors = [[path+"/maximumParkingDuration","type","string"]];
return false;
}
}
if(data.totalSpotNumber !== undefined){
let data36 = data.totalSpotNumber;
const _errs65 = errors;
if(!((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36)))){
validate51.errors = [[path+"/totalSpotNumber","type","integer"]];
return false;
}
if(errors === _errs65){
if(typeof data36 == "number"){
if(data36 < 1 || isNaN(data36)){
validate51.errors = [[path+"/totalSpotNumber","minimum",1]];
return false;
}
}
}
}
if(data.availableSpotNumber !== undefined){
let data37 = data.availableSpotNumber;
const _errs67 = errors;
if(!((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37)))){
validate51.errors = [[path+"/availableSpotNumber","type","integer"]];
return false;
}
if(errors === _errs67){
if(typeof data37 == "number"){
if(data37 < 0 || isNaN(data37)){
validate51.errors = [[path+"/availableSpotNumber","minimum",0]];
return false;
}
}
}
}
if(data.extraSpotNumber !== undefined){
let data38 = data.extraSpotNumber;
const _errs69 = errors;
if(!((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38)))){
validate51.errors = [[path+"/extraSpotNumber","type","integer"]];
return false;
}
if(errors === _errs69){
if(typeof data38 == "number"){
if(data38 < 0 || isNaN(data38)){
validate51.errors = [[path+"/extraSpotNumber","minimum",0]];
return false;
}
}
}
}
if(data.openingHours !== undefined){
if(typeof data.openingHours !== "string"){
validate51.errors = [[path+"/openingHours","type","string"]];
return false;
}
}
if(data.firstAvailableFloor !== undefined){
let data40 = data.firstAvailableFloor;
if(!((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40)))){
validate51.errors = [[path+"/firstAvailableFloor","type","integer"]];
return false;
}
}
if(data.specialLocation !== undefined){
if(!(validate72(data.specialLocation, path+"/specialLocation"))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
if(!(validate74(data.status, path+"/status"))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
}
if(data.reservationType !== undefined){
let data43 = data.reservationType;
const _errs77 = errors;
if(errors === _errs77){
if(Array.isArray(data43)){
if(data43.length < 1){
validate51.errors = [[path+"/reservationType","minItems",1]];
return false;
}
else {
var valid10 = true;
const len5 = data43.length;
for(let i8=0; i8<len5; i8++){
let data44 = data43[i8];
const _errs79 = errors;
if(typeof data44 !== "string"){
validate51.errors = [[path+"/reservationType/" + i8,"type","string"]];
return false;
}
if(!((((data44 === "mandatory") || (data44 === "notAvailable")) || (data44 === "optional")) || (data44 === "partly"))){
validate51.errors = [[path+"/reservationType/" + i8,"enum"]];
return false;
}
var valid10 = _errs79 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i9 = data43.length;
let j3;
if(i9 > 1){
const indices3 = {};
for(;i9--;){
let item3 = data43[i9];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate51.errors = [[path+"/reservationType","uniqueItems"]];
return false;
break;
}
indices3[item3] = i9;
}
}
}
}
}
else {
validate51.errors = [[path+"/reservationType","type","array"]];
return false;
}
}
}
if(data.provider !== undefined){
let data45 = data.provider;
if(!(data45 && typeof data45 == "object" && !Array.isArray(data45))){
validate51.errors = [[path+"/provider","type","object"]];
return false;
}
}
if(data.measuresPeriod !== undefined){
if(!(typeof data.measuresPeriod == "number")){
validate51.errors = [[path+"/measuresPeriod","type","number"]];
return false;
}
}
if(data.measuresPeriodUnit !== undefined){
if(typeof data.measuresPeriodUnit !== "string"){
validate51.errors = [[path+"/measuresPeriodUnit","type","string"]];
return false;
}
}
if(data.contactPoint !== undefined){
let data48 = data.contactPoint;
if(!(data48 && typeof data48 == "object" && !Array.isArray(data48))){
validate51.errors = [[path+"/contactPoint","type","object"]];
return false;
}
}
if(data.averageSpotWidth !== undefined){
let data49 = data.averageSpotWidth;
const _errs89 = errors;
if(errors === _errs89){
if(typeof data49 == "number"){
if(data49 < 0 || isNaN(data49)){
validate51.errors = [[path+"/averageSpotWidth","minimum",0]];
return false;
}
}
else {
validate51.errors = [[path+"/averageSpotWidth","type","number"]];
return false;
}
}
}
if(data.averageSpotLength !== undefined){
let data50 = data.averageSpotLength;
const _errs91 = errors;
if(errors === _errs91){
if(typeof data50 == "number"){
if(data50 < 0 || isNaN(data50)){
validate51.errors = [[path+"/averageSpotLength","minimum",0]];
return false;
}
else {
if(data50 <= 0 || isNaN(data50)){
validate51.errors = [[path+"/averageSpotLength","exclusiveMinimum",0]];
return false;
}
}
}
else {
validate51.errors = [[path+"/averageSpotLength","type","number"]];
return false;
}
}
}
if(data.maximumAllowedHeight !== undefined){
let data51 = data.maximumAllowedHeight;
const _errs93 = errors;
if(errors === _errs93){
if(typeof data51 == "number"){
if(data51 < 0 || isNaN(data51)){
validate51.errors = [[path+"/maximumAllowedHeight","minimum",0]];
return false;
}
else {
if(data51 <= 0 || isNaN(data51)){
validate51.errors = [[path+"/maximumAllowedHeight","exclusiveMinimum",0]];
return false;
}
}
}
else {
validate51.errors = [[path+"/maximumAllowedHeight","type","number"]];
return false;
}
}
}
if(data.maximumAllowedWidth !== undefined){
let data52 = data.maximumAllowedWidth;
const _errs95 = errors;
if(errors === _errs95){
if(typeof data52 == "number"){
if(data52 < 0 || isNaN(data52)){
validate51.errors = [[path+"/maximumAllowedWidth","minimum",0]];
return false;
}
else {
if(data52 <= 0 || isNaN(data52)){
validate51.errors = [[path+"/maximumAllowedWidth","exclusiveMinimum",0]];
return false;
}
}
}
else {
validate51.errors = [[path+"/maximumAllowedWidth","type","number"]];
return false;
}
}
}
if(data.refParkingAccess !== undefined){
if(!(validate1(data.refParkingAccess, path+"/refParkingAccess"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refParkingGroup !== undefined){
if(!(validate1(data.refParkingGroup, path+"/refParkingGroup"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refParkingSpot !== undefined){
if(!(validate1(data.refParkingSpot, path+"/refParkingSpot"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.aggregateRating !== undefined){
let data56 = data.aggregateRating;
if(!(data56 && typeof data56 == "object" && !Array.isArray(data56))){
validate51.errors = [[path+"/aggregateRating","type","object"]];
return false;
}
}
if(data.vehicleEntranceCount !== undefined){
let data57 = data.vehicleEntranceCount;
const _errs102 = errors;
if(errors === _errs102){
if(typeof data57 == "number"){
if(data57 < 0 || isNaN(data57)){
validate51.errors = [[path+"/vehicleEntranceCount","minimum",0]];
return false;
}
}
else {
validate51.errors = [[path+"/vehicleEntranceCount","type","number"]];
return false;
}
}
}
if(data.vehicleExitCount !== undefined){
let data58 = data.vehicleExitCount;
const _errs104 = errors;
if(errors === _errs104){
if(typeof data58 == "number"){
if(data58 < 0 || isNaN(data58)){
validate51.errors = [[path+"/vehicleExitCount","minimum",0]];
return false;
}
}
else {
validate51.errors = [[path+"/vehicleExitCount","type","number"]];
return false;
}
}
}
if(data.accessModified !== undefined){
if(typeof data.accessModified !== "string"){
validate51.errors = [[path+"/accessModified","type","string"]];
return false;
}
}
if(data.images !== undefined){
let data60 = data.images;
const _errs108 = errors;
if(errors === _errs108){
if(Array.isArray(data60)){
var valid12 = true;
const len6 = data60.length;
for(let i10=0; i10<len6; i10++){
let data61 = data60[i10];
const _errs110 = errors;
if(errors === _errs110){
if(errors === _errs110){
if(typeof data61 === "string"){
if(!(formats4(data61))){
validate51.errors = [[path+"/images/" + i10,"format","uri"]];
return false;
}
}
else {
validate51.errors = [[path+"/images/" + i10,"type","string"]];
return false;
}
}
}
var valid12 = _errs110 === errors;
if(!valid12){
break;
}
}
}
else {
validate51.errors = [[path+"/images","type","array"]];
return false;
}
}
}
if(data.outOfServiceSlotNumber !== undefined){
if(!(typeof data.outOfServiceSlotNumber == "number")){
validate51.errors = [[path+"/outOfServiceSlotNumber","type","number"]];
return false;
}
}
if(data.parkingSiteId !== undefined){
if(typeof data.parkingSiteId !== "string"){
validate51.errors = [[path+"/parkingSiteId","type","string"]];
return false;
}
}
if(data.observationDateTime !== undefined){
let data64 = data.observationDateTime;
const _errs116 = errors;
if(errors === _errs116){
if(errors === _errs116){
if(typeof data64 === "string"){
if(!(formats0.validate(data64))){
validate51.errors = [[path+"/observationDateTime","format","date-time"]];
return false;
}
}
else {
validate51.errors = [[path+"/observationDateTime","type","string"]];
return false;
}
}
}
}
if(data.fourWheelerSlots !== undefined){
let data65 = data.fourWheelerSlots;
const _errs118 = errors;
if(errors === _errs118){
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.availableSlotNumber !== undefined){
if(!(typeof data65.availableSlotNumber == "number")){
validate51.errors = [[path+"/fourWheelerSlots/availableSlotNumber","type","number"]];
return false;
}
}
if(data65.totalSlotNumber !== undefined){
if(!(typeof data65.totalSlotNumber == "number")){
validate51.errors = [[path+"/fourWheelerSlots/totalSlotNumber","type","number"]];
return false;
}
}
if(data65.occupiedSlotNumber !== undefined){
if(!(typeof data65.occupiedSlotNumber == "number")){
validate51.errors = [[path+"/fourWheelerSlots/occupiedSlotNumber","type","number"]];
return false;
}
}
}
else {
validate51.errors = [[path+"/fourWheelerSlots","type","object"]];
return false;
}
}
}
if(data.unclassifiedSlots !== undefined){
if(!(validate79(data.unclassifiedSlots, path+"/unclassifiedSlots"))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.twoWheelerSlots !== undefined){
if(!(validate79(data.twoWheelerSlots, path+"/twoWheelerSlots"))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.municipalityInfo !== undefined){
if(!(validate82(data.municipalityInfo, path+"/municipalityInfo"))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
validate51.errors = vErrors;
return errors === 0;
}
export const onStreetParking: ValuesCheck = validate84;
function validate87(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate87.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((data0 === "barrierAccess") || (data0 === "blueZone")) || (data0 === "feeCharged")) || (data0 === "forDisabled")) || (data0 === "forElectricalCharging")) || (data0 === "forLoadUnload")) || (data0 === "forResidents")) || (data0 === "free")) || (data0 === "greenZone")) || (data0 === "mediumTerm")) || (data0 === "onlyWithPermit")) || (data0 === "public")) || (data0 === "shortTerm")) || (data0 === "taxiStop")) || (data0 === "underground"))){
validate87.errors = [[path+"/" + i0,"enum",["barrierAccess","blueZone","feeCharged","forDisabled","forElectricalCharging","forLoadUnload","forResidents","free","greenZone","mediumTerm","onlyWithPermit","public","shortTerm","taxiStop","underground"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate87.errors = [[path,"type","array"]];
return false;
}
}
validate87.errors = vErrors;
return errors === 0;
}
function validate89(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate89.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((((((((((((((((data0 === "agriculturalVehicle") || (data0 === "anyVehicle")) || (data0 === "articulatedVehicle")) || (data0 === "bicycle")) || (data0 === "bus")) || (data0 === "car")) || (data0 === "caravan")) || (data0 === "carOrLightVehicle")) || (data0 === "carWithCaravan")) || (data0 === "carWithTrailer")) || (data0 === "constructionOrMaintenanceVehicle")) || (data0 === "fourWheelDrive")) || (data0 === "highSidedVehicle")) || (data0 === "lorry")) || (data0 === "moped")) || (data0 === "motorcycle")) || (data0 === "motorcycleWithSideCar")) || (data0 === "motorscooter")) || (data0 === "tanker")) || (data0 === "threeWheeledVehicle")) || (data0 === "trailer")) || (data0 === "tram")) || (data0 === "twoWheeledVehicle")) || (data0 === "van")) || (data0 === "vehicleWithCatalyticConverter")) || (data0 === "vehicleWithoutCatalyticConverter")) || (data0 === "vehicleWithCaravan")) || (data0 === "vehicleWithTrailer")) || (data0 === "withEvenNumberedRegistrationPlates")) || (data0 === "withOddNumberedRegistrationPlates")) || (data0 === "other"))){
validate89.errors = [[path+"/" + i0,"enum"]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate89.errors = [[path,"type","array"]];
return false;
}
}
validate89.errors = vErrors;
return errors === 0;
}
function validate91(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate91.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((data0 === "additionalIntervalPrice") || (data0 === "annualPayment")) || (data0 === "firstIntervalPrice")) || (data0 === "flat")) || (data0 === "free")) || (data0 === "minimum")) || (data0 === "maximum")) || (data0 === "monthlyPayment")) || (data0 === "seasonTicket")) || (data0 === "temporaryFee")) || (data0 === "temporaryPrice")) || (data0 === "unknown")) || (data0 === "other"))){
validate91.errors = [[path+"/" + i0,"enum",["additionalIntervalPrice","annualPayment","firstIntervalPrice","flat","free","minimum","maximum","monthlyPayment","seasonTicket","temporaryFee","temporaryPrice","unknown","other"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate91.errors = [[path,"type","array"]];
return false;
}
}
validate91.errors = vErrors;
return errors === 0;
}
function validate84(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate84.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate84.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate84.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate84.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate84.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate84.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate84.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate84.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate84.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate84.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate84.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate84.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.category !== undefined){
if(!(validate87(data.category, path+"/category"))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.allowedVehicleType !== undefined){
if(!(validate89(data.allowedVehicleType, path+"/allowedVehicleType"))){
vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
errors = vErrors.length;
}
}
if(data.requiredPermit !== undefined){
let data15 = data.requiredPermit;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data15)){
var valid4 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
const _errs32 = errors;
if(typeof data15[i2] !== "string"){
validate84.errors = [[path+"/requiredPermit/" + i2,"type","string"]];
return false;
}
var valid4 = _errs32 === errors;
if(!valid4){
break;
}
}
}
else {
validate84.errors = [[path+"/requiredPermit","type","array"]];
return false;
}
}
}
if(data.permitActiveHours !== undefined){
let data17 = data.permitActiveHours;
const _errs34 = errors;
if(errors === _errs34){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.blueZonePermit !== undefined){
if(typeof data17.blueZonePermit !== "string"){
validate84.errors = [[path+"/permitActiveHours/blueZonePermit","type","string"]];
return false;
}
}
}
else {
validate84.errors = [[path+"/permitActiveHours","type","object"]];
return false;
}
}
}
if(data.maximumParkingDuration !== undefined){
if(typeof data.maximumParkingDuration !== "string"){
validate84.errors = [[path+"/maximumParkingDuration","type","string"]];
return false;
}
}
if(data.occupiedSpotNumber !== undefined){
if(!(typeof data.occupiedSpotNumber == "number")){
validate84.errors = [[path+"/occupiedSpotNumber","type","number"]];
return false;
}
}
if(data.occupancyModified !== undefined){
let data21 = data.occupancyModified;
const _errs42 = errors;
if(errors === _errs42){
if(errors === _errs42){
if(typeof data21 === "string"){
if(!(formats0.validate(data21))){
validate84.errors = [[path+"/occupancyModified","format","date-time"]];
return false;
}
}
else {
validate84.errors = [[path+"/occupancyModified","type","string"]];
return false;
}
}
}
}
if(data.layout !== undefined){
let data22 = data.layout;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data22)){
var valid6 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
const _errs46 = errors;
if(typeof data22[i3] !== "string"){
validate84.errors = [[path+"/layout/" + i3,"type","string"]];
return false;
}
var valid6 = _errs46 === errors;
if(!valid6){
break;
}
}
}
else {
validate84.errors = [[path+"/layout","type","array"]];
return false;
}
}
}
if(data.chargeType !== undefined){
if(!(validate91(data.chargeType, path+"/chargeType"))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data.acceptedPaymentMethod !== undefined){
let data25 = data.acceptedPaymentMethod;
if(typeof data25 !== "string"){
validate84.errors = [[path+"/acceptedPaymentMethod","type","string"]];
return false;
}
if(!(((((((((data25 === "ByBankTransferInAdvance") || (data25 === "ByInvoice")) || (data25 === "Cash")) || (data25 === "CheckInAdvance")) || (data25 === "COD")) || (data25 === "DirectDebit")) || (data25 === "GoogleCheckout")) || (data25 === "PayPal")) || (data25 === "PaySwarm"))){
validate84.errors = [[path+"/acceptedPaymentMethod","enum"]];
return false;
}
}
if(data.usageScenario !== undefined){
let data26 = data.usageScenario;
if(typeof data26 !== "string"){
validate84.errors = [[path+"/usageScenario","type","string"]];
return false;
}
if(!(((((((((((data26 === "carSharing") || (data26 === "dropOff")) || (data26 === "kissAndRide")) || (data26 === "liftShare")) || (data26 === "loadingBay")) || (data26 === "overnightParking")) || (data26 === "parkAndRide")) || (data26 === "parkAndCycle")) || (data26 === "parkAndWalk")) || (data26 === "vehicleLift")) || (data26 === "other"))){
validate84.errors = [[path+"/usageScenario","enum",["carSharing","dropOff","kissAndRide","liftShare","loadingBay","overnightParking","parkAndRide","parkAndCycle","parkAndWalk","vehicleLift","other"]]];
return false;
}
}
if(data.totalSpotNumber !== undefined){
let data27 = data.totalSpotNumber;
const _errs54 = errors;
if(!((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27)))){
validate84.errors = [[path+"/totalSpotNumber","type","integer"]];
return false;
}
if(errors === _errs54){
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
validate84.errors = [[path+"/totalSpotNumber","minimum",0]];
return false;
}
}
}
}
if(data.availableSpotNumber !== undefined){
let data28 = data.availableSpotNumber;
const _errs56 = errors;
if(!((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28)))){
validate84.errors = [[path+"/availableSpotNumber","type","integer"]];
return false;
}
if(errors === _errs56){
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
validate84.errors = [[path+"/availableSpotNumber","minimum",0]];
return false;
}
}
}
}
if(data.extraSpotNumber !== undefined){
let data29 = data.extraSpotNumber;
const _errs58 = errors;
if(!((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29)))){
validate84.errors = [[path+"/extraSpotNumber","type","integer"]];
return false;
}
if(errors === _errs58){
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
validate84.errors = [[path+"/extraSpotNumber","minimum",0]];
return false;
}
}
}
}
if(data.occupancyDetectionType !== undefined){
let data30 = data.occupancyDetectionType;
const _errs60 = errors;
if(errors === _errs60){
if(Array.isArray(data30)){
var valid8 = true;
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
let data31 = data30[i4];
const _errs62 = errors;
if(typeof data31 !== "string"){
validate84.errors = [[path+"/occupancyDetectionType/" + i4,"type","string"]];
return false;
}
if(!(((((data31 === "balancing") || (data31 === "manual")) || (data31 === "modelBased")) || (data31 === "none")) || (data31 === "singleSpaceDetection"))){
validate84.errors = [[path+"/occupancyDetectionType/" + i4,"enum"]];
return false;
}
var valid8 = _errs62 === errors;
if(!valid8){
break;
}
}
}
else {
validate84.errors = [[path+"/occupancyDetectionType","type","array"]];
return false;
}
}
}
if(data.parkingMode !== undefined){
let data32 = data.parkingMode;
if(typeof data32 !== "string"){
validate84.errors = [[path+"/parkingMode","type","string"]];
return false;
}
if(!(((data32 === "echelonParking") || (data32 === "parallelParking")) || (data32 === "perpendicularParking"))){
validate84.errors = [[path+"/parkingMode","enum"]];
return false;
}
}
if(data.areBordersMarked !== undefined){
if(typeof data.areBordersMarked !== "boolean"){
validate84.errors = [[path+"/areBordersMarked","type","boolean"]];
return false;
}
}
if(data.averageSpotWidth !== undefined){
let data34 = data.averageSpotWidth;
const _errs68 = errors;
if(errors === _errs68){
if(typeof data34 == "number"){
if(data34 < 0 || isNaN(data34)){
validate84.errors = [[path+"/averageSpotWidth","minimum",0]];
return false;
}
}
else {
validate84.errors = [[path+"/averageSpotWidth","type","number"]];
return false;
}
}
}
if(data.averageSpotLength !== undefined){
let data35 = data.averageSpotLength;
const _errs70 = errors;
if(errors === _errs70){
if(typeof data35 == "number"){
if(data35 < 0 || isNaN(data35)){
validate84.errors = [[path+"/averageSpotLength","minimum",0]];
return false;
}
}
else {
validate84.errors = [[path+"/averageSpotLength","type","number"]];
return false;
}
}
}
if(data.refParkingSpot !== undefined){
let data36 = data.refParkingSpot;
const _errs72 = errors;
if(errors === _errs72){
if(Array.isArray(data36)){
var valid9 = true;
const len5 = data36.length;
for(let i5=0; i5<len5; i5++){
let data37 = data36[i5];
const _errs74 = errors;
if(errors === _errs74){
if(errors === _errs74){
if(typeof data37 === "string"){
if(!(formats4(data37))){
validate84.errors = [[path+"/refParkingSpot/" + i5,"format","uri"]];
return false;
}
}
else {
validate84.errors = [[path+"/refParkingSpot/" + i5,"type","string"]];
return false;
}
}
}
var valid9 = _errs74 === errors;
if(!valid9){
break;
}
}
}
else {
validate84.errors = [[path+"/refParkingSpot","type","array"]];
return false;
}
}
}
if(data.refParkingGroup !== undefined){
let data38 = data.refParkingGroup;
const _errs76 = errors;
if(errors === _errs76){
if(Array.isArray(data38)){
var valid10 = true;
const len6 = data38.length;
for(let i6=0; i6<len6; i6++){
const _errs78 = errors;
if(typeof data38[i6] !== "string"){
validate84.errors = [[path+"/refParkingGroup/" + i6,"type","string"]];
return false;
}
var valid10 = _errs78 === errors;
if(!valid10){
break;
}
}
}
else {
validate84.errors = [[path+"/refParkingGroup","type","array"]];
return false;
}
}
}
if(data.outOfServiceSlotNumber !== undefined){
if(!(typeof data.outOfServiceSlotNumber == "number")){
validate84.errors = [[path+"/outOfServiceSlotNumber","type","number"]];
return false;
}
}
if(data.parkingSiteId !== undefined){
if(typeof data.parkingSiteId !== "string"){
validate84.errors = [[path+"/parkingSiteId","type","string"]];
return false;
}
}
if(data.observationDateTime !== undefined){
let data42 = data.observationDateTime;
const _errs84 = errors;
if(errors === _errs84){
if(errors === _errs84){
if(typeof data42 === "string"){
if(!(formats0.validate(data42))){
validate84.errors = [[path+"/observationDateTime","format","date-time"]];
return false;
}
}
else {
validate84.errors = [[path+"/observationDateTime","type","string"]];
return false;
}
}
}
}
if(data.fourWheelerSlots !== undefined){
let data43 = data.fourWheelerSlots;
const _errs86 = errors;
if(errors === _errs86){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(data43.availableSlotNumber !== undefined){
if(!(typeof data43.availableSlotNumber == "number")){
validate84.errors = [[path+"/fourWheelerSlots/availableSlotNumber","type","number"]];
return false;
}
}
if(data43.totalSlotNumber !== undefined){
if(!(typeof data43.totalSlotNumber == "number")){
validate84.errors = [[path+"/fourWheelerSlots/totalSlotNumber","type","number"]];
return false;
}
}
if(data43.occupiedSlotNumber !== undefined){
if(!(typeof data43.occupiedSlotNumber == "number")){
validate84.errors = [[path+"/fourWheelerSlots/occupiedSlotNumber","type","number"]];
return false;
}
}
}
else {
validate84.errors = [[path+"/fourWheelerSlots","type","object"]];
return false;
}
}
}
if(data.unclassifiedSlots !== undefined){
if(!(validate79(data.unclassifiedSlots, path+"/unclassifiedSlots"))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.twoWheelerSlots !== undefined){
if(!(validate79(data.twoWheelerSlots, path+"/twoWheelerSlots"))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data.municipalityInfo !== undefined){
if(!(validate82(data.municipalityInfo, path+"/municipalityInfo"))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
validate84.errors = vErrors;
return errors === 0;
}
export const parkingSpot: ValuesCheck = validate96;
const func3 = sameValue;
function validate96(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate96.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate96.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate96.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate96.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate96.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate96.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate96.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate96.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate96.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate96.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate96.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate96.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.color !== undefined){
if(typeof data.color !== "string"){
validate96.errors = [[path+"/color","type","string"]];
return false;
}
}
if(data.image !== undefined){
let data14 = data.image;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data14 === "string"){
if(!(formats4(data14))){
validate96.errors = [[path+"/image","format","uri"]];
return false;
}
}
else {
validate96.errors = [[path+"/image","type","string"]];
return false;
}
}
}
}
if(data.annotations !== undefined){
let data15 = data.annotations;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data15)){
var valid4 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
const _errs34 = errors;
if(typeof data15[i2] !== "string"){
validate96.errors = [[path+"/annotations/" + i2,"type","string"]];
return false;
}
var valid4 = _errs34 === errors;
if(!valid4){
break;
}
}
}
else {
validate96.errors = [[path+"/annotations","type","array"]];
return false;
}
}
}
if(data.status !== undefined){
let data17 = data.status;
if(typeof data17 !== "string"){
validate96.errors = [[path+"/status","type","string"]];
return false;
}
if(!((((data17 === "closed") || (data17 === "free")) || (data17 === "occupied")) || (data17 === "unknown"))){
validate96.errors = [[path+"/status","enum"]];
return false;
}
}
if(data.width !== undefined){
let data18 = data.width;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
validate96.errors = [[path+"/width","minimum",0]];
return false;
}
}
else {
validate96.errors = [[path+"/width","type","number"]];
return false;
}
}
}
if(data.length !== undefined){
let data19 = data.length;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
validate96.errors = [[path+"/length","minimum",0]];
return false;
}
}
else {
validate96.errors = [[path+"/length","type","number"]];
return false;
}
}
}
if(data.refParkingGroup !== undefined){
if(!(validate1(data.refParkingGroup, path+"/refParkingGroup"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refParkingSite !== undefined){
if(!(validate1(data.refParkingSite, path+"/refParkingSite"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.category !== undefined){
let data22 = data.category;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data22)){
if(data22.length < 1){
validate96.errors = [[path+"/category","minItems",1]];
return false;
}
else {
var valid5 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
const _errs46 = errors;
if(typeof data23 !== "string"){
validate96.errors = [[path+"/category/" + i3,"type","string"]];
return false;
}
if(!((data23 === "onStreet") || (data23 === "offStreet"))){
validate96.errors = [[path+"/category/" + i3,"enum"]];
return false;
}
var valid5 = _errs46 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i4 = data22.length;
let j0;
if(i4 > 1){
const indices0 = {};
for(;i4--;){
let item0 = data22[i4];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate96.errors = [[path+"/category","uniqueItems"]];
return false;
break;
}
indices0[item0] = i4;
}
}
}
}
}
else {
validate96.errors = [[path+"/category","type","array"]];
return false;
}
}
}
if(data.refDevice !== undefined){
let data24 = data.refDevice;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data24)){
if(data24.length < 1){
validate96.errors = [[path+"/refDevice","minItems",1]];
return false;
}
else {
var valid7 = true;
const len4 = data24.length;
for(let i5=0; i5<len4; i5++){
const _errs50 = errors;
if(!(validate1(data24[i5], path+"/refDevice/" + i5))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid7 = _errs50 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i6 = data24.length;
let j1;
if(i6 > 1){
outer0:
for(;i6--;){
for(j1 = i6; j1--;){
if(func3(data24[i6], data24[j1])){
validate96.errors = [[path+"/refDevice","uniqueItems"]];
return false;
break outer0;
}
}
}
}
}
}
}
else {
validate96.errors = [[path+"/refDevice","type","array"]];
return false;
}
}
}
if(data.timeInstant !== undefined){
let data26 = data.timeInstant;
const _errs51 = errors;
if(errors === _errs51){
if(errors === _errs51){
if(typeof data26 === "string"){
if(!(formats0.validate(data26))){
validate96.errors = [[path+"/timeInstant","format","date-time"]];
return false;
}
}
else {
validate96.errors = [[path+"/timeInstant","type","string"]];
return false;
}
}
}
}
}
validate96.errors = vErrors;
return errors === 0;
}
export const pointOfInterest: ValuesCheck = validate102;
function validate106(data, path){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data)){
var valid1 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(func0(data0) > 256){
const err0 = [path+"/" + i0,"maxLength",256];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(func0(data0) < 1){
const err1 = [path+"/" + i0,"minLength",1];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(!pattern0.test(data0)){
const err2 = [path+"/" + i0,"pattern","^[\\w\\-\\.\\{\\}\\$\\+\\*\\[\\]`|~^@!,:\\\\]+$"];
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
}
else {
const err3 = [path+"/" + i0,"type","string"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
const err4 = [path,"type","array"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data)){
var valid2 = true;
const len1 = data.length;
for(let i1=0; i1<len1; i1++){
let data1 = data[i1];
const _errs7 = errors;
if(errors === _errs7){
if(errors === _errs7){
if(typeof data1 === "string"){
if(!(formats4(data1))){
const err5 = [path+"/" + i1,"format","uri"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = [path+"/" + i1,"type","string"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
else {
const err7 = [path,"type","array"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err8 = [path,"anyOf"];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate106.errors = vErrors;
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
validate106.errors = vErrors;
return errors === 0;
}
function validate105(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.contactType !== undefined){
if(typeof data.contactType !== "string"){
validate105.errors = [[path+"/contactType","type","string"]];
return false;
}
}
if(data.email !== undefined){
let data1 = data.email;
const _errs4 = errors;
if(errors === _errs4){
if(errors === _errs4){
if(typeof data1 === "string"){
if(!(formats84.test(data1))){
validate105.errors = [[path+"/email","format","idn-email"]];
return false;
}
}
else {
validate105.errors = [[path+"/email","type","string"]];
return false;
}
}
}
}
if(data.telephone !== undefined){
if(typeof data.telephone !== "string"){
validate105.errors = [[path+"/telephone","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate105.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.url !== undefined){
let data4 = data.url;
const _errs10 = errors;
if(errors === _errs10){
if(errors === _errs10){
if(typeof data4 === "string"){
if(!(formats4(data4))){
validate105.errors = [[path+"/url","format","uri"]];
return false;
}
}
else {
validate105.errors = [[path+"/url","type","string"]];
return false;
}
}
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate105.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.availableLanguage !== undefined){
let data6 = data.availableLanguage;
const _errs15 = errors;
let valid2 = false;
const _errs16 = errors;
const _errs17 = errors;
let valid3 = false;
const _errs18 = errors;
if(typeof data6 !== "string"){
const err0 = [path+"/availableLanguage","type","string"];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid1 = _errs18 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data6)){
var valid4 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs22 = errors;
if(typeof data6[i0] !== "string"){
const err1 = [path+"/availableLanguage/" + i0,"type","string"];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid4 = _errs22 === errors;
if(!valid4){
break;
}
}
}
else {
const err2 = [path+"/availableLanguage","type","array"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid1 = _errs20 === errors;
valid3 = valid3 || _valid1;
}
if(!valid3){
const err3 = [path+"/availableLanguage","anyOf"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
var _valid0 = _errs16 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err4 = [path+"/availableLanguage","anyOf"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate105.errors = vErrors;
return false;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
}
if(data.contactOption !== undefined){
let data8 = data.contactOption;
const _errs25 = errors;
let valid5 = false;
const _errs26 = errors;
if(typeof data8 !== "string"){
const err5 = [path+"/contactOption","type","string"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid2 = _errs26 === errors;
valid5 = valid5 || _valid2;
if(!valid5){
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data8)){
var valid6 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
const _errs30 = errors;
if(typeof data8[i1] !== "string"){
const err6 = [path+"/contactOption/" + i1,"type","string"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid6 = _errs30 === errors;
if(!valid6){
break;
}
}
}
else {
const err7 = [path+"/contactOption","type","array"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid2 = _errs28 === errors;
valid5 = valid5 || _valid2;
}
if(!valid5){
const err8 = [path+"/contactOption","anyOf"];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate105.errors = vErrors;
return false;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
}
if(data.faxNumber !== undefined){
if(typeof data.faxNumber !== "string"){
validate105.errors = [[path+"/faxNumber","type","string"]];
return false;
}
}
if(data.productSupported !== undefined){
if(typeof data.productSupported !== "string"){
validate105.errors = [[path+"/productSupported","type","string"]];
return false;
}
}
if(data.availabilityRestriction !== undefined){
if(!(validate106(data.availabilityRestriction, path+"/availabilityRestriction"))){
vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
errors = vErrors.length;
}
}
}
else {
validate105.errors = [[path,"type","object"]];
return false;
}
}
validate105.errors = vErrors;
return errors === 0;
}
function validate111(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.district !== undefined){
if(typeof data.district !== "string"){
validate111.errors = [[path+"/district","type","string"]];
return false;
}
}
if(data.ulbName !== undefined){
if(typeof data.ulbName !== "string"){
validate111.errors = [[path+"/ulbName","type","string"]];
return false;
}
}
if(data.cityID !== undefined){
if(typeof data.cityID !== "string"){
validate111.errors = [[path+"/cityID","type","string"]];
return false;
}
}
if(data.wardID !== undefined){
if(typeof data.wardID !== "string"){
validate111.errors = [[path+"/wardID","type","string"]];
return false;
}
}
if(data.stateName !== undefined){
if(typeof data.stateName !== "string"){
validate111.errors = [[path+"/stateName","type","string"]];
return false;
}
}
if(data.cityName !== undefined){
if(typeof data.cityName !== "string"){
validate111.errors = [[path+"/cityName","type","string"]];
return false;
}
}
if(data.zoneName !== undefined){
if(typeof data.zoneName !== "string"){
validate111.errors = [[path+"/zoneName","type","string"]];
return false;
}
}
if(data.zoneID !== undefined){
if(typeof data.zoneID !== "string"){
validate111.errors = [[path+"/zoneID","type","string"]];
return false;
}
}
if(data.wardName !== undefined){
if(typeof data.wardName !== "string"){
validate111.errors = [[path+"/wardName","type","string"]];
return false;
}
}
if(data.wardNum !== undefined){
if(!(typeof data.wardNum == "number")){
validate111.errors = [[path+"/wardNum","type","number"]];
return false;
}
}
}
else {
validate111.errors = [[path,"type","object"]];
return false;
}
}
validate111.errors = vErrors;
return errors === 0;
}
function validate102(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate102.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate102.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate102.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate102.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate102.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate102.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate102.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate102.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate102.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate102.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate102.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate102.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.category !== undefined){
let data13 = data.category;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data13)){
var valid4 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
const _errs30 = errors;
if(typeof data13[i2] !== "string"){
validate102.errors = [[path+"/category/" + i2,"type","string"]];
return false;
}
var valid4 = _errs30 === errors;
if(!valid4){
break;
}
}
}
else {
validate102.errors = [[path+"/category","type","array"]];
return false;
}
}
}
if(data.contactPoint !== undefined){
if(!(validate105(data.contactPoint, path+"/contactPoint"))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
}
if(data.refSeeAlso !== undefined){
let data16 = data.refSeeAlso;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data16)){
if(data16.length < 1){
validate102.errors = [[path+"/refSeeAlso","minItems",1]];
return false;
}
else {
var valid5 = true;
const len3 = data16.length;
for(let i3=0; i3<len3; i3++){
const _errs35 = errors;
const _errs36 = errors;
let valid6 = false;
const _errs37 = errors;
if(!(validate1(data16[i3], path+"/refSeeAlso/" + i3))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var _valid1 = _errs37 === errors;
valid6 = valid6 || _valid1;
if(!valid6){
const err7 = [path+"/refSeeAlso/" + i3,"anyOf"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate102.errors = vErrors;
return false;
}
else {
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs35 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i4 = data16.length;
let j0;
if(i4 > 1){
outer0:
for(;i4--;){
for(j0 = i4; j0--;){
if(func3(data16[i4], data16[j0])){
validate102.errors = [[path+"/refSeeAlso","uniqueItems"]];
return false;
break outer0;
}
}
}
}
}
}
}
else {
validate102.errors = [[path+"/refSeeAlso","type","array"]];
return false;
}
}
}
if(data.wardId !== undefined){
if(typeof data.wardId !== "string"){
validate102.errors = [[path+"/wardId","type","string"]];
return false;
}
}
if(data.zoneId !== undefined){
if(typeof data.zoneId !== "string"){
validate102.errors = [[path+"/zoneId","type","string"]];
return false;
}
}
if(data.additionalInfoURL !== undefined){
if(!(validate1(data.additionalInfoURL, path+"/additionalInfoURL"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.zoneName !== undefined){
if(typeof data.zoneName !== "string"){
validate102.errors = [[path+"/zoneName","type","string"]];
return false;
}
}
if(data.municipalityInfo !== undefined){
if(!(validate111(data.municipalityInfo, path+"/municipalityInfo"))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data.title !== undefined){
if(typeof data.title !== "string"){
validate102.errors = [[path+"/title","type","string"]];
return false;
}
}
if(data.relevance !== undefined){
if(!(typeof data.relevance == "number")){
validate102.errors = [[path+"/relevance","type","number"]];
return false;
}
}
if(data.image !== undefined){
let data25 = data.image;
const _errs50 = errors;
if(errors === _errs50){
if(errors === _errs50){
if(typeof data25 === "string"){
if(!(formats4(data25))){
validate102.errors = [[path+"/image","format","uri"]];
return false;
}
}
else {
validate102.errors = [[path+"/image","type","string"]];
return false;
}
}
}
}
if(data.priceRange !== undefined){
if(typeof data.priceRange !== "string"){
validate102.errors = [[path+"/priceRange","type","string"]];
return false;
}
}
if(data.capacity !== undefined){
if(!(typeof data.capacity == "number")){
validate102.errors = [[path+"/capacity","type","number"]];
return false;
}
}
if(data.occupancy !== undefined){
if(!(typeof data.occupancy == "number")){
validate102.errors = [[path+"/occupancy","type","number"]];
return false;
}
}
}
validate102.errors = vErrors;
return errors === 0;
}
export const streetlight: ValuesCheck = validate113;
function validate120(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.district !== undefined){
if(typeof data.district !== "string"){
validate120.errors = [[path+"/district","type","string"]];
return false;
}
}
if(data.ulbName !== undefined){
if(typeof data.ulbName !== "string"){
validate120.errors = [[path+"/ulbName","type","string"]];
return false;
}
}
if(data.cityId !== undefined){
if(typeof data.cityId !== "string"){
validate120.errors = [[path+"/cityId","type","string"]];
return false;
}
}
if(data.stateName !== undefined){
if(typeof data.stateName !== "string"){
validate120.errors = [[path+"/stateName","type","string"]];
return false;
}
}
if(data.cityName !== undefined){
if(typeof data.cityName !== "string"){
validate120.errors = [[path+"/cityName","type","string"]];
return false;
}
}
if(data.zoneId !== undefined){
if(typeof data.zoneId !== "string"){
validate120.errors = [[path+"/zoneId","type","string"]];
return false;
}
}
if(data.wardNum !== undefined){
if(!(typeof data.wardNum == "number")){
validate120.errors = [[path+"/wardNum","type","number"]];
return false;
}
}
}
else {
validate120.errors = [[path,"type","object"]];
return false;
}
}
validate120.errors = vErrors;
return errors === 0;
}
function validate122(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.RFId !== undefined){
if(typeof data.RFId !== "string"){
validate122.errors = [[path+"/RFId","type","string"]];
return false;
}
}
if(data.deviceBatteryStatus !== undefined){
if(typeof data.deviceBatteryStatus !== "string"){
validate122.errors = [[path+"/deviceBatteryStatus","type","string"]];
return false;
}
}
if(data.deviceName !== undefined){
if(typeof data.deviceName !== "string"){
validate122.errors = [[path+"/deviceName","type","string"]];
return false;
}
}
if(data.deviceId !== undefined){
if(typeof data.deviceId !== "string"){
validate122.errors = [[path+"/deviceId","type","string"]];
return false;
}
}
if(data.measurand !== undefined){
if(typeof data.measurand !== "string"){
validate122.errors = [[path+"/measurand","type","string"]];
return false;
}
}
if(data.deviceSimNumber !== undefined){
if(typeof data.deviceSimNumber !== "string"){
validate122.errors = [[path+"/deviceSimNumber","type","string"]];
return false;
}
}
if(data.deviceModel !== undefined){
let data6 = data.deviceModel;
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.brandName !== undefined){
if(typeof data6.brandName !== "string"){
validate122.errors = [[path+"/deviceModel/brandName","type","string"]];
return false;
}
}
if(data6.manufacturerName !== undefined){
if(typeof data6.manufacturerName !== "string"){
validate122.errors = [[path+"/deviceModel/manufacturerName","type","string"]];
return false;
}
}
if(data6.modelName !== undefined){
if(typeof data6.modelName !== "string"){
validate122.errors = [[path+"/deviceModel/modelName","type","string"]];
return false;
}
}
if(data6.modelURL !== undefined){
if(typeof data6.modelURL !== "string"){
validate122.errors = [[path+"/deviceModel/modelURL","type","string"]];
return false;
}
}
}
else {
validate122.errors = [[path+"/deviceModel","type","object"]];
return false;
}
}
}
}
else {
validate122.errors = [[path,"type","object"]];
return false;
}
}
validate122.errors = vErrors;
return errors === 0;
}
function validate113(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate113.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate113.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate113.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate113.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate113.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate113.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate113.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate113.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate113.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate113.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate113.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate113.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.color !== undefined){
if(typeof data.color !== "string"){
validate113.errors = [[path+"/color","type","string"]];
return false;
}
}
if(data.image !== undefined){
let data14 = data.image;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data14 === "string"){
if(!(formats4(data14))){
validate113.errors = [[path+"/image","format","uri"]];
return false;
}
}
else {
validate113.errors = [[path+"/image","type","string"]];
return false;
}
}
}
}
if(data.annotations !== undefined){
let data15 = data.annotations;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data15)){
var valid4 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
const _errs34 = errors;
if(typeof data15[i2] !== "string"){
validate113.errors = [[path+"/annotations/" + i2,"type","string"]];
return false;
}
var valid4 = _errs34 === errors;
if(!valid4){
break;
}
}
}
else {
validate113.errors = [[path+"/annotations","type","array"]];
return false;
}
}
}
if(data.circuit !== undefined){
if(typeof data.circuit !== "string"){
validate113.errors = [[path+"/circuit","type","string"]];
return false;
}
}
if(data.refStreetlightModel !== undefined){
if(!(validate1(data.refStreetlightModel, path+"/refStreetlightModel"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refStreetlightControlCabinet !== undefined){
if(!(validate1(data.refStreetlightControlCabinet, path+"/refStreetlightControlCabinet"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
let data20 = data.status;
if(typeof data20 !== "string"){
validate113.errors = [[path+"/status","type","string"]];
return false;
}
if(!((((data20 === "brokenLantern") || (data20 === "columnIssue")) || (data20 === "defectiveLamp")) || (data20 === "ok"))){
validate113.errors = [[path+"/status","enum"]];
return false;
}
}
if(data.powerState !== undefined){
let data21 = data.powerState;
if(typeof data21 !== "string"){
validate113.errors = [[path+"/powerState","type","string"]];
return false;
}
if(!((((data21 === "bootingUp") || (data21 === "low")) || (data21 === "off")) || (data21 === "on"))){
validate113.errors = [[path+"/powerState","enum"]];
return false;
}
}
if(data.refDevice !== undefined){
let data22 = data.refDevice;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data22)){
if(data22.length < 1){
validate113.errors = [[path+"/refDevice","minItems",1]];
return false;
}
else {
var valid5 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
const _errs46 = errors;
if(!(validate1(data22[i3], path+"/refDevice/" + i3))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid5 = _errs46 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i4 = data22.length;
let j0;
if(i4 > 1){
outer0:
for(;i4--;){
for(j0 = i4; j0--;){
if(func3(data22[i4], data22[j0])){
validate113.errors = [[path+"/refDevice","uniqueItems"]];
return false;
break outer0;
}
}
}
}
}
}
}
else {
validate113.errors = [[path+"/refDevice","type","array"]];
return false;
}
}
}
if(data.refStreetlightGroup !== undefined){
if(!(validate1(data.refStreetlightGroup, path+"/refStreetlightGroup"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.dateLastLampChange !== undefined){
let data25 = data.dateLastLampChange;
const _errs48 = errors;
if(errors === _errs48){
if(errors === _errs48){
if(typeof data25 === "string"){
if(!(formats0.validate(data25))){
validate113.errors = [[path+"/dateLastLampChange","format","date-time"]];
return false;
}
}
else {
validate113.errors = [[path+"/dateLastLampChange","type","string"]];
return false;
}
}
}
}
if(data.dateLastSwitchingOn !== undefined){
let data26 = data.dateLastSwitchingOn;
const _errs50 = errors;
if(errors === _errs50){
if(errors === _errs50){
if(typeof data26 === "string"){
if(!(formats0.validate(data26))){
validate113.errors = [[path+"/dateLastSwitchingOn","format","date-time"]];
return false;
}
}
else {
validate113.errors = [[path+"/dateLastSwitchingOn","type","string"]];
return false;
}
}
}
}
if(data.dateLastSwitchingOff !== undefined){
let data27 = data.dateLastSwitchingOff;
const _errs52 = errors;
if(errors === _errs52){
if(errors === _errs52){
if(typeof data27 === "string"){
if(!(formats0.validate(data27))){
validate113.errors = [[path+"/dateLastSwitchingOff","format","date-time"]];
return false;
}
}
else {
validate113.errors = [[path+"/dateLastSwitchingOff","type","string"]];
return false;
}
}
}
}
if(data.controllingMethod !== undefined){
let data28 = data.controllingMethod;
if(typeof data28 !== "string"){
validate113.errors = [[path+"/controllingMethod","type","string"]];
return false;
}
if(!((data28 === "group") || (data28 === "individual"))){
validate113.errors = [[path+"/controllingMethod","enum"]];
return false;
}
}
if(data.dateServiceStarted !== undefined){
let data29 = data.dateServiceStarted;
const _errs56 = errors;
if(errors === _errs56){
if(errors === _errs56){
if(typeof data29 === "string"){
if(!(formats0.validate(data29))){
validate113.errors = [[path+"/dateServiceStarted","format","date-time"]];
return false;
}
}
else {
validate113.errors = [[path+"/dateServiceStarted","type","string"]];
return false;
}
}
}
}
if(data.locationCategory !== undefined){
let data30 = data.locationCategory;
if(typeof data30 !== "string"){
validate113.errors = [[path+"/locationCategory","type","string"]];
return false;
}
if(!(((((((((((data30 === "bridge") || (data30 === "centralIsland")) || (data30 === "facade")) || (data30 === "garden")) || (data30 === "park")) || (data30 === "parking")) || (data30 === "pedestrianPath")) || (data30 === "playground")) || (data30 === "road")) || (data30 === "sidewalk")) || (data30 === "tunnel"))){
validate113.errors = [[path+"/locationCategory","enum"]];
return false;
}
}
if(data.lanternHeight !== undefined){
let data31 = data.lanternHeight;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
validate113.errors = [[path+"/lanternHeight","minimum",0]];
return false;
}
}
else {
validate113.errors = [[path+"/lanternHeight","type","number"]];
return false;
}
}
}
if(data.lifetimeMotionDetected !== undefined){
if(!(typeof data.lifetimeMotionDetected == "number")){
validate113.errors = [[path+"/lifetimeMotionDetected","type","number"]];
return false;
}
}
if(data.lifetimePowerConsumption !== undefined){
if(!(typeof data.lifetimePowerConsumption == "number")){
validate113.errors = [[path+"/lifetimePowerConsumption","type","number"]];
return false;
}
}
if(data.illuminanceLevel !== undefined){
let data34 = data.illuminanceLevel;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data34 == "number"){
if(data34 > 1 || isNaN(data34)){
validate113.errors = [[path+"/illuminanceLevel","maximum",1]];
return false;
}
else {
if(data34 < 0 || isNaN(data34)){
validate113.errors = [[path+"/illuminanceLevel","minimum",0]];
return false;
}
}
}
else {
validate113.errors = [[path+"/illuminanceLevel","type","number"]];
return false;
}
}
}
if(data.powerConsumption !== undefined){
if(!(typeof data.powerConsumption == "number")){
validate113.errors = [[path+"/powerConsumption","type","number"]];
return false;
}
}
if(data.current !== undefined){
if(!(typeof data.current == "number")){
validate113.errors = [[path+"/current","type","number"]];
return false;
}
}
if(data.powerRating !== undefined){
if(!(typeof data.powerRating == "number")){
validate113.errors = [[path+"/powerRating","type","number"]];
return false;
}
}
if(data.powerFactor !== undefined){
if(!(typeof data.powerFactor == "number")){
validate113.errors = [[path+"/powerFactor","type","number"]];
return false;
}
}
if(data.voltage !== undefined){
if(!(typeof data.voltage == "number")){
validate113.errors = [[path+"/voltage","type","number"]];
return false;
}
}
if(data.feederPillarNum !== undefined){
if(typeof data.feederPillarNum !== "string"){
validate113.errors = [[path+"/feederPillarNum","type","string"]];
return false;
}
}
if(data.streetPoleNum !== undefined){
if(typeof data.streetPoleNum !== "string"){
validate113.errors = [[path+"/streetPoleNum","type","string"]];
return false;
}
}
if(data.observationDateTime !== undefined){
let data42 = data.observationDateTime;
const _errs82 = errors;
if(errors === _errs82){
if(errors === _errs82){
if(typeof data42 === "string"){
if(!(formats0.validate(data42))){
validate113.errors = [[path+"/observationDateTime","format","date-time"]];
return false;
}
}
else {
validate113.errors = [[path+"/observationDateTime","type","string"]];
return false;
}
}
}
}
if(data.feederID !== undefined){
let data43 = data.feederID;
const _errs85 = errors;
let valid7 = false;
const _errs86 = errors;
if(typeof data43 !== "string"){
const err7 = [path+"/feederID","type","string"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid1 = _errs86 === errors;
valid7 = valid7 || _valid1;
if(!valid7){
const _errs88 = errors;
if(errors === _errs88){
if(errors === _errs88){
if(typeof data43 === "string"){
if(!(formats4(data43))){
const err8 = [path+"/feederID","format","uri"];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = [path+"/feederID","type","string"];
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
var _valid1 = _errs88 === errors;
valid7 = valid7 || _valid1;
}
if(!valid7){
const err10 = [path+"/feederID","anyOf"];
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
validate113.errors = vErrors;
return false;
}
else {
errors = _errs85;
if(vErrors !== null){
if(_errs85){
vErrors.length = _errs85;
}
else {
vErrors = null;
}
}
}
}
if(data.municipalityInfo !== undefined){
if(!(validate120(data.municipalityInfo, path+"/municipalityInfo"))){
vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
errors = vErrors.length;
}
}
if(data.deviceInfo !== undefined){
if(!(validate122(data.deviceInfo, path+"/deviceInfo"))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
}
}
validate113.errors = vErrors;
return errors === 0;
}
export const bikeHireDockingStation: ValuesCheck = validate124;
function validate124(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate124.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate124.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate124.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate124.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate124.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate124.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate124.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate124.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate124.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate124.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate124.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate124.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.totalSlotNumber !== undefined){
let data13 = data.totalSlotNumber;
const _errs28 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
validate124.errors = [[path+"/totalSlotNumber","type","integer"]];
return false;
}
if(errors === _errs28){
if(typeof data13 == "number"){
if(data13 < 0 || isNaN(data13)){
validate124.errors = [[path+"/totalSlotNumber","minimum",0]];
return false;
}
}
}
}
if(data.freeSlotNumber !== undefined){
let data14 = data.freeSlotNumber;
const _errs30 = errors;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
validate124.errors = [[path+"/freeSlotNumber","type","integer"]];
return false;
}
if(errors === _errs30){
if(typeof data14 == "number"){
if(data14 < 0 || isNaN(data14)){
validate124.errors = [[path+"/freeSlotNumber","minimum",0]];
return false;
}
}
}
}
if(data.availableBikeNumber !== undefined){
let data15 = data.availableBikeNumber;
const _errs32 = errors;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
validate124.errors = [[path+"/availableBikeNumber","type","integer"]];
return false;
}
if(errors === _errs32){
if(typeof data15 == "number"){
if(data15 < 0 || isNaN(data15)){
validate124.errors = [[path+"/availableBikeNumber","minimum",0]];
return false;
}
}
}
}
if(data.outOfServiceSlotNumber !== undefined){
let data16 = data.outOfServiceSlotNumber;
const _errs34 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate124.errors = [[path+"/outOfServiceSlotNumber","type","integer"]];
return false;
}
if(errors === _errs34){
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
validate124.errors = [[path+"/outOfServiceSlotNumber","minimum",0]];
return false;
}
}
}
}
if(data.openingHours !== undefined){
if(typeof data.openingHours !== "string"){
validate124.errors = [[path+"/openingHours","type","string"]];
return false;
}
}
if(data.status !== undefined){
let data18 = data.status;
if(typeof data18 !== "string"){
validate124.errors = [[path+"/status","type","string"]];
return false;
}
if(!(((((((data18 === "almostEmpty") || (data18 === "almostFull")) || (data18 === "empty")) || (data18 === "full")) || (data18 === "outOfService")) || (data18 === "withIncidence")) || (data18 === "working"))){
validate124.errors = [[path+"/status","enum"]];
return false;
}
}
if(data.provider !== undefined){
if(typeof data.provider !== "string"){
validate124.errors = [[path+"/provider","type","string"]];
return false;
}
}
if(data.contactPoint !== undefined){
if(!(validate105(data.contactPoint, path+"/contactPoint"))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
}
if(data.stationName !== undefined){
if(typeof data.stationName !== "string"){
validate124.errors = [[path+"/stationName","type","string"]];
return false;
}
}
if(data.mediaURL !== undefined){
let data22 = data.mediaURL;
const _errs45 = errors;
if(errors === _errs45){
if(errors === _errs45){
if(typeof data22 === "string"){
if(!(formats4(data22))){
validate124.errors = [[path+"/mediaURL","format","uri"]];
return false;
}
}
else {
validate124.errors = [[path+"/mediaURL","type","string"]];
return false;
}
}
}
}
if(data.agency_url !== undefined){
let data23 = data.agency_url;
const _errs47 = errors;
if(errors === _errs47){
if(errors === _errs47){
if(typeof data23 === "string"){
if(!(formats4(data23))){
validate124.errors = [[path+"/agency_url","format","uri"]];
return false;
}
}
else {
validate124.errors = [[path+"/agency_url","type","string"]];
return false;
}
}
}
}
if(data.agency_name !== undefined){
if(typeof data.agency_name !== "string"){
validate124.errors = [[path+"/agency_name","type","string"]];
return false;
}
}
if(data.stationCode !== undefined){
if(typeof data.stationCode !== "string"){
validate124.errors = [[path+"/stationCode","type","string"]];
return false;
}
}
if(data.observationDateTime !== undefined){
let data26 = data.observationDateTime;
const _errs53 = errors;
if(errors === _errs53){
if(errors === _errs53){
if(typeof data26 === "string"){
if(!(formats0.validate(data26))){
validate124.errors = [[path+"/observationDateTime","format","date-time"]];
return false;
}
}
else {
validate124.errors = [[path+"/observationDateTime","type","string"]];
return false;
}
}
}
}
if(data.agency_fare_url !== undefined){
if(typeof data.agency_fare_url !== "string"){
validate124.errors = [[path+"/agency_fare_url","type","string"]];
return false;
}
}
}
validate124.errors = vErrors;
return errors === 0;
}
export const evChargingStation: ValuesCheck = validate128;
function validate131(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate131.errors = [[path,"minItems",1]];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate131.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((data0 === "Caravan_Mains_Socket") || (data0 === "CHAdeMO")) || (data0 === "CCS/SAE")) || (data0 === "Dual_CHAdeMO")) || (data0 === "Dual_J-1772")) || (data0 === "Dual_Mennekes")) || (data0 === "J-1772")) || (data0 === "Mennekes")) || (data0 === "Other")) || (data0 === "Tesla")) || (data0 === "Type2")) || (data0 === "Type3")) || (data0 === "Wall_Euro"))){
validate131.errors = [[path+"/" + i0,"enum",["Caravan_Mains_Socket","CHAdeMO","CCS/SAE","Dual_CHAdeMO","Dual_J-1772","Dual_Mennekes","J-1772","Mennekes","Other","Tesla","Type2","Type3","Wall_Euro"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate131.errors = [[path,"uniqueItems"]];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate131.errors = [[path,"type","array"]];
return false;
}
}
validate131.errors = vErrors;
return errors === 0;
}
function validate128(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate128.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate128.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate128.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate128.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate128.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate128.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate128.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate128.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate128.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate128.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate128.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate128.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.capacity !== undefined){
let data13 = data.capacity;
const _errs28 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
validate128.errors = [[path+"/capacity","type","integer"]];
return false;
}
if(errors === _errs28){
if(typeof data13 == "number"){
if(data13 < 1 || isNaN(data13)){
validate128.errors = [[path+"/capacity","minimum",1]];
return false;
}
}
}
}
if(data.socketNumber !== undefined){
let data14 = data.socketNumber;
const _errs30 = errors;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
validate128.errors = [[path+"/socketNumber","type","integer"]];
return false;
}
if(errors === _errs30){
if(typeof data14 == "number"){
if(data14 < 1 || isNaN(data14)){
validate128.errors = [[path+"/socketNumber","minimum",1]];
return false;
}
}
}
}
if(data.availableCapacity !== undefined){
let data15 = data.availableCapacity;
const _errs32 = errors;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
validate128.errors = [[path+"/availableCapacity","type","integer"]];
return false;
}
if(errors === _errs32){
if(typeof data15 == "number"){
if(data15 < 0 || isNaN(data15)){
validate128.errors = [[path+"/availableCapacity","minimum",0]];
return false;
}
}
}
}
if(data.allowedVehicleType !== undefined){
let data16 = data.allowedVehicleType;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data16)){
if(data16.length < 1){
validate128.errors = [[path+"/allowedVehicleType","minItems",1]];
return false;
}
else {
var valid4 = true;
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
let data17 = data16[i2];
const _errs36 = errors;
if(typeof data17 !== "string"){
validate128.errors = [[path+"/allowedVehicleType/" + i2,"type","string"]];
return false;
}
if(!(((((((data17 === "bicycle") || (data17 === "bus")) || (data17 === "car")) || (data17 === "caravan")) || (data17 === "motorcycle")) || (data17 === "motorscooter")) || (data17 === "truck"))){
validate128.errors = [[path+"/allowedVehicleType/" + i2,"enum"]];
return false;
}
var valid4 = _errs36 === errors;
if(!valid4){
break;
}
}
if(valid4){
let i3 = data16.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data16[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate128.errors = [[path+"/allowedVehicleType","uniqueItems"]];
return false;
break;
}
indices0[item0] = i3;
}
}
}
}
}
else {
validate128.errors = [[path+"/allowedVehicleType","type","array"]];
return false;
}
}
}
if(data.socketType !== undefined){
if(!(validate131(data.socketType, path+"/socketType"))){
vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
errors = vErrors.length;
}
}
if(data.openingHours !== undefined){
if(typeof data.openingHours !== "string"){
validate128.errors = [[path+"/openingHours","type","string"]];
return false;
}
}
if(data.status !== undefined){
let data20 = data.status;
if(typeof data20 !== "string"){
validate128.errors = [[path+"/status","type","string"]];
return false;
}
if(!(((((((data20 === "almostEmpty") || (data20 === "almostFull")) || (data20 === "empty")) || (data20 === "full")) || (data20 === "outOfService")) || (data20 === "withIncidence")) || (data20 === "working"))){
validate128.errors = [[path+"/status","enum"]];
return false;
}
}
if(data.network !== undefined){
if(typeof data.network !== "string"){
validate128.errors = [[path+"/network","type","string"]];
return false;
}
}
if(data.operator !== undefined){
if(typeof data.operator !== "string"){
validate128.errors = [[path+"/operator","type","string"]];
return false;
}
}
if(data.contactPoint !== undefined){
if(!(validate105(data.contactPoint, path+"/contactPoint"))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
}
if(data.amperage !== undefined){
let data24 = data.amperage;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
validate128.errors = [[path+"/amperage","minimum",0]];
return false;
}
}
else {
validate128.errors = [[path+"/amperage","type","number"]];
return false;
}
}
}
if(data.voltage !== undefined){
let data25 = data.voltage;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data25 == "number"){
if(data25 < 0 || isNaN(data25)){
validate128.errors = [[path+"/voltage","minimum",0]];
return false;
}
}
else {
validate128.errors = [[path+"/voltage","type","number"]];
return false;
}
}
}
if(data.chargeType !== undefined){
let data26 = data.chargeType;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data26)){
if(data26.length < 1){
validate128.errors = [[path+"/chargeType","minItems",1]];
return false;
}
else {
var valid6 = true;
const len3 = data26.length;
for(let i4=0; i4<len3; i4++){
let data27 = data26[i4];
const _errs54 = errors;
if(typeof data27 !== "string"){
validate128.errors = [[path+"/chargeType/" + i4,"type","string"]];
return false;
}
if(!(((((data27 === "annualPayment") || (data27 === "flat")) || (data27 === "free")) || (data27 === "monthlyPayment")) || (data27 === "other"))){
validate128.errors = [[path+"/chargeType/" + i4,"enum"]];
return false;
}
var valid6 = _errs54 === errors;
if(!valid6){
break;
}
}
if(valid6){
let i5 = data26.length;
let j1;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data26[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate128.errors = [[path+"/chargeType","uniqueItems"]];
return false;
break;
}
indices1[item1] = i5;
}
}
}
}
}
else {
validate128.errors = [[path+"/chargeType","type","array"]];
return false;
}
}
}
if(data.acceptedPaymentMethod !== undefined){
if(!(validate62(data.acceptedPaymentMethod, path+"/acceptedPaymentMethod"))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.dataDescriptor !== undefined){
let data29 = data.dataDescriptor;
const _errs57 = errors;
if(errors === _errs57){
if(errors === _errs57){
if(typeof data29 === "string"){
if(!(formats4(data29))){
validate128.errors = [[path+"/dataDescriptor","format","uri"]];
return false;
}
}
else {
validate128.errors = [[path+"/dataDescriptor","type","string"]];
return false;
}
}
}
}
if(data.powerConsumption !== undefined){
if(!(typeof data.powerConsumption == "number")){
validate128.errors = [[path+"/powerConsumption","type","number"]];
return false;
}
}
if(data.chargingUnitId !== undefined){
if(typeof data.chargingUnitId !== "string"){
validate128.errors = [[path+"/chargingUnitId","type","string"]];
return false;
}
}
if(data.transactionId !== undefined){
if(typeof data.transactionId !== "string"){
validate128.errors = [[path+"/transactionId","type","string"]];
return false;
}
}
if(data.transactionType !== undefined){
if(typeof data.transactionType !== "string"){
validate128.errors = [[path+"/transactionType","type","string"]];
return false;
}
}
if(data.stationName !== undefined){
if(typeof data.stationName !== "string"){
validate128.errors = [[path+"/stationName","type","string"]];
return false;
}
}
if(data.amountCollected !== undefined){
if(!(typeof data.amountCollected == "number")){
validate128.errors = [[path+"/amountCollected","type","number"]];
return false;
}
}
if(data.taxAmountCollected !== undefined){
if(!(typeof data.taxAmountCollected == "number")){
validate128.errors = [[path+"/taxAmountCollected","type","number"]];
return false;
}
}
if(data.endDateTime !== undefined){
let data37 = data.endDateTime;
const _errs73 = errors;
if(errors === _errs73){
if(errors === _errs73){
if(typeof data37 === "string"){
if(!(formats0.validate(data37))){
validate128.errors = [[path+"/endDateTime","format","date-time"]];
return false;
}
}
else {
validate128.errors = [[path+"/endDateTime","type","string"]];
return false;
}
}
}
}
if(data.startDateTime !== undefined){
let data38 = data.startDateTime;
const _errs75 = errors;
if(errors === _errs75){
if(errors === _errs75){
if(typeof data38 === "string"){
if(!(formats0.validate(data38))){
validate128.errors = [[path+"/startDateTime","format","date-time"]];
return false;
}
}
else {
validate128.errors = [[path+"/startDateTime","type","string"]];
return false;
}
}
}
}
if(data.vehicleType !== undefined){
let data39 = data.vehicleType;
if(typeof data39 !== "string"){
validate128.errors = [[path+"/vehicleType","type","string"]];
return false;
}
if(!((((((((((((((((((((((((((((((((((((((((((data39 === "agriculturalVehicle") || (data39 === "ambulance")) || (data39 === "articulatedVehicle")) || (data39 === "autorickshaw")) || (data39 === "bicycle")) || (data39 === "binTrolley")) || (data39 === "BRT bus")) || (data39 === "BRT minibus")) || (data39 === "bus")) || (data39 === "car")) || (data39 === "caravan")) || (data39 === "carOrLightVehicle")) || (data39 === "carWithCaravan")) || (data39 === "carWithTrailer")) || (data39 === "cleaningTrolley")) || (data39 === "compactor")) || (data39 === "constructionOrMaintenanceVehicle")) || (data39 === "dumper")) || (data39 === "e-moped")) || (data39 === "e-scooter")) || (data39 === "e-motorcycle")) || (data39 === "fire tender")) || (data39 === "fourWheelDrive")) || (data39 === "highSidedVehicle")) || (data39 === "hopper")) || (data39 === "lorry")) || (data39 === "minibus")) || (data39 === "moped")) || (data39 === "motorcycle")) || (data39 === "motorcycleWithSideCar")) || (data39 === "motorscooter")) || (data39 === "police van")) || (data39 === "sweepingMachine")) || (data39 === "tanker")) || (data39 === "tempo")) || (data39 === "threeWheeledVehicle")) || (data39 === "tipper")) || (data39 === "trailer")) || (data39 === "tram")) || (data39 === "twoWheeledVehicle")) || (data39 === "trolley")) || (data39 === "van"))){
validate128.errors = [[path+"/vehicleType","enum"]];
return false;
}
}
if(data.observationDateTime !== undefined){
let data40 = data.observationDateTime;
const _errs80 = errors;
if(errors === _errs80){
if(errors === _errs80){
if(typeof data40 === "string"){
if(!(formats0.validate(data40))){
validate128.errors = [[path+"/observationDateTime","format","date-time"]];
return false;
}
}
else {
validate128.errors = [[path+"/observationDateTime","type","string"]];
return false;
}
}
}
}
}
validate128.errors = vErrors;
return errors === 0;
}
export const itemFlowObserved: ValuesCheck = validate135;
function validate135(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate135.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate135.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate135.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate135.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate135.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate135.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate135.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate135.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate135.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate135.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate135.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate135.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.refDevice !== undefined){
if(!(validate1(data.refDevice, path+"/refDevice"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refRoadSegment !== undefined){
if(!(validate1(data.refRoadSegment, path+"/refRoadSegment"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.dateObserved !== undefined){
let data15 = data.dateObserved;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data15 === "string"){
if(!(formats0.validate(data15))){
validate135.errors = [[path+"/dateObserved","format","date-time"]];
return false;
}
}
else {
validate135.errors = [[path+"/dateObserved","type","string"]];
return false;
}
}
}
}
if(data.dateObservedFrom !== undefined){
let data16 = data.dateObservedFrom;
const _errs32 = errors;
if(errors === _errs32){
if(errors === _errs32){
if(typeof data16 === "string"){
if(!(formats0.validate(data16))){
validate135.errors = [[path+"/dateObservedFrom","format","date-time"]];
return false;
}
}
else {
validate135.errors = [[path+"/dateObservedFrom","type","string"]];
return false;
}
}
}
}
if(data.dateObservedTo !== undefined){
let data17 = data.dateObservedTo;
const _errs34 = errors;
if(errors === _errs34){
if(errors === _errs34){
if(typeof data17 === "string"){
if(!(formats0.validate(data17))){
validate135.errors = [[path+"/dateObservedTo","format","date-time"]];
return false;
}
}
else {
validate135.errors = [[path+"/dateObservedTo","type","string"]];
return false;
}
}
}
}
if(data.itemType !== undefined){
let data18 = data.itemType;
if(typeof data18 !== "string"){
validate135.errors = [[path+"/itemType","type","string"]];
return false;
}
if(!((((data18 === "people") || (data18 === "ship")) || (data18 === "vehicle")) || (data18 === "yacht"))){
validate135.errors = [[path+"/itemType","enum"]];
return false;
}
}
if(data.itemSubType !== undefined){
if(typeof data.itemSubType !== "string"){
validate135.errors = [[path+"/itemSubType","type","string"]];
return false;
}
}
if(data.laneId !== undefined){
let data20 = data.laneId;
const _errs40 = errors;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
validate135.errors = [[path+"/laneId","type","integer"]];
return false;
}
if(errors === _errs40){
if(typeof data20 == "number"){
if(data20 < 1 || isNaN(data20)){
validate135.errors = [[path+"/laneId","minimum",1]];
return false;
}
}
}
}
if(data.laneDirection !== undefined){
let data21 = data.laneDirection;
if(typeof data21 !== "string"){
validate135.errors = [[path+"/laneDirection","type","string"]];
return false;
}
if(!((((((data21 === "forward") || (data21 === "backward")) || (data21 === "inbound")) || (data21 === "outbound")) || (data21 === "right")) || (data21 === "left"))){
validate135.errors = [[path+"/laneDirection","enum"]];
return false;
}
}
if(data.reverseLane !== undefined){
if(typeof data.reverseLane !== "boolean"){
validate135.errors = [[path+"/reverseLane","type","boolean"]];
return false;
}
}
if(data.intensity !== undefined){
let data23 = data.intensity;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data23 == "number"){
if(data23 < 0 || isNaN(data23)){
validate135.errors = [[path+"/intensity","minimum",0]];
return false;
}
}
else {
validate135.errors = [[path+"/intensity","type","number"]];
return false;
}
}
}
if(data.occupancy !== undefined){
let data24 = data.occupancy;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data24 == "number"){
if(data24 > 1 || isNaN(data24)){
validate135.errors = [[path+"/occupancy","maximum",1]];
return false;
}
else {
if(data24 < 0 || isNaN(data24)){
validate135.errors = [[path+"/occupancy","minimum",0]];
return false;
}
}
}
else {
validate135.errors = [[path+"/occupancy","type","number"]];
return false;
}
}
}
if(data.congested !== undefined){
if(typeof data.congested !== "boolean"){
validate135.errors = [[path+"/congested","type","boolean"]];
return false;
}
}
if(data.averageSpeed !== undefined){
let data26 = data.averageSpeed;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
validate135.errors = [[path+"/averageSpeed","minimum",0]];
return false;
}
}
else {
validate135.errors = [[path+"/averageSpeed","type","number"]];
return false;
}
}
}
if(data.averageLength !== undefined){
let data27 = data.averageLength;
const _errs54 = errors;
if(errors === _errs54){
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
validate135.errors = [[path+"/averageLength","minimum",0]];
return false;
}
}
else {
validate135.errors = [[path+"/averageLength","type","number"]];
return false;
}
}
}
if(data.averageHeadwayTime !== undefined){
let data28 = data.averageHeadwayTime;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
validate135.errors = [[path+"/averageHeadwayTime","minimum",0]];
return false;
}
}
else {
validate135.errors = [[path+"/averageHeadwayTime","type","number"]];
return false;
}
}
}
if(data.averageGapDistance !== undefined){
let data29 = data.averageGapDistance;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
validate135.errors = [[path+"/averageGapDistance","minimum",0]];
return false;
}
}
else {
validate135.errors = [[path+"/averageGapDistance","type","number"]];
return false;
}
}
}
if(data.minSpeed !== undefined){
let data30 = data.minSpeed;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data30 == "number"){
if(data30 < 0 || isNaN(data30)){
validate135.errors = [[path+"/minSpeed","minimum",0]];
return false;
}
}
else {
validate135.errors = [[path+"/minSpeed","type","number"]];
return false;
}
}
}
if(data.maxSpeed !== undefined){
let data31 = data.maxSpeed;
const _errs62 = errors;
if(errors === _errs62){
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
validate135.errors = [[path+"/maxSpeed","minimum",0]];
return false;
}
}
else {
validate135.errors = [[path+"/maxSpeed","type","number"]];
return false;
}
}
}
}
validate135.errors = vErrors;
return errors === 0;
}
export const roadSegment: ValuesCheck = validate140;
function validate144(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(typeof data0 !== "string"){
validate144.errors = [[path+"/" + i0,"type","string"]];
return false;
}
if(!(((((((((((((((((data0 === "agriculturalVehicle") || (data0 === "bicycle")) || (data0 === "bus")) || (data0 === "car")) || (data0 === "caravan")) || (data0 === "carWithCaravan")) || (data0 === "carWithTrailer")) || (data0 === "constructionOrMaintenanceVehicle")) || (data0 === "lorry")) || (data0 === "moped")) || (data0 === "motorcycle")) || (data0 === "motorcycleWithSideCar")) || (data0 === "motorscooter")) || (data0 === "tanker")) || (data0 === "trailer")) || (data0 === "van")) || (data0 === "anyVehicle"))){
validate144.errors = [[path+"/" + i0,"enum",["agriculturalVehicle","bicycle","bus","car","caravan","carWithCaravan","carWithTrailer","constructionOrMaintenanceVehicle","lorry","moped","motorcycle","motorcycleWithSideCar","motorscooter","tanker","trailer","van","anyVehicle"]]];
return false;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate144.errors = [[path,"type","array"]];
return false;
}
}
validate144.errors = vErrors;
return errors === 0;
}
function validate147(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.laneId !== undefined){
if(!(typeof data.laneId == "number")){
validate147.errors = [[path+"/laneId","type","number"]];
return false;
}
}
if(data.laneDirection !== undefined){
let data1 = data.laneDirection;
if(typeof data1 !== "string"){
validate147.errors = [[path+"/laneDirection","type","string"]];
return false;
}
if(!((((((data1 === "BACKWARD") || (data1 === "FORWARD")) || (data1 === "INBOUND")) || (data1 === "LEFT")) || (data1 === "OUTBOUND")) || (data1 === "RIGHT"))){
validate147.errors = [[path+"/laneDirection","enum"]];
return false;
}
}
if(data.laneLength !== undefined){
if(!(typeof data.laneLength == "number")){
validate147.errors = [[path+"/laneLength","type","number"]];
return false;
}
}
if(data.laneWidth !== undefined){
if(!(typeof data.laneWidth == "number")){
validate147.errors = [[path+"/laneWidth","type","number"]];
return false;
}
}
}
else {
validate147.errors = [[path,"type","object"]];
return false;
}
}
validate147.errors = vErrors;
return errors === 0;
}
function validate140(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate140.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate140.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate140.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate140.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate140.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate140.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate140.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate140.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate140.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate140.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate140.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate140.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.color !== undefined){
if(typeof data.color !== "string"){
validate140.errors = [[path+"/color","type","string"]];
return false;
}
}
if(data.image !== undefined){
let data14 = data.image;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data14 === "string"){
if(!(formats4(data14))){
validate140.errors = [[path+"/image","format","uri"]];
return false;
}
}
else {
validate140.errors = [[path+"/image","type","string"]];
return false;
}
}
}
}
if(data.annotations !== undefined){
let data15 = data.annotations;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data15)){
var valid4 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
const _errs34 = errors;
if(typeof data15[i2] !== "string"){
validate140.errors = [[path+"/annotations/" + i2,"type","string"]];
return false;
}
var valid4 = _errs34 === errors;
if(!valid4){
break;
}
}
}
else {
validate140.errors = [[path+"/annotations","type","array"]];
return false;
}
}
}
if(data.refRoad !== undefined){
if(!(validate1(data.refRoad, path+"/refRoad"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.startKilometer !== undefined){
let data18 = data.startKilometer;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
validate140.errors = [[path+"/startKilometer","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/startKilometer","type","number"]];
return false;
}
}
}
if(data.endKilometer !== undefined){
let data19 = data.endKilometer;
const _errs39 = errors;
if(errors === _errs39){
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
validate140.errors = [[path+"/endKilometer","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/endKilometer","type","number"]];
return false;
}
}
}
if(data.allowedVehicleType !== undefined){
if(!(validate144(data.allowedVehicleType, path+"/allowedVehicleType"))){
vErrors = vErrors === null ? validate144.errors : vErrors.concat(validate144.errors);
errors = vErrors.length;
}
}
if(data.totalLaneNumber !== undefined){
let data21 = data.totalLaneNumber;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data21 == "number"){
if(data21 < 1 || isNaN(data21)){
validate140.errors = [[path+"/totalLaneNumber","minimum",1]];
return false;
}
}
else {
validate140.errors = [[path+"/totalLaneNumber","type","number"]];
return false;
}
}
}
if(data.length !== undefined){
let data22 = data.length;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
validate140.errors = [[path+"/length","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/length","type","number"]];
return false;
}
}
}
if(data.maximumAllowedSpeed !== undefined){
let data23 = data.maximumAllowedSpeed;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data23 == "number"){
if(data23 < 0 || isNaN(data23)){
validate140.errors = [[path+"/maximumAllowedSpeed","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/maximumAllowedSpeed","type","number"]];
return false;
}
}
}
if(data.minimumAllowedSpeed !== undefined){
let data24 = data.minimumAllowedSpeed;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
validate140.errors = [[path+"/minimumAllowedSpeed","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/minimumAllowedSpeed","type","number"]];
return false;
}
}
}
if(data.maximumAllowedHeight !== undefined){
let data25 = data.maximumAllowedHeight;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data25 == "number"){
if(data25 < 0 || isNaN(data25)){
validate140.errors = [[path+"/maximumAllowedHeight","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/maximumAllowedHeight","type","number"]];
return false;
}
}
}
if(data.maximumAllowedWeight !== undefined){
let data26 = data.maximumAllowedWeight;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
validate140.errors = [[path+"/maximumAllowedWeight","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/maximumAllowedWeight","type","number"]];
return false;
}
}
}
if(data.width !== undefined){
let data27 = data.width;
const _errs54 = errors;
if(errors === _errs54){
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
validate140.errors = [[path+"/width","minimum",0]];
return false;
}
}
else {
validate140.errors = [[path+"/width","type","number"]];
return false;
}
}
}
if(data.laneUsage !== undefined){
let data28 = data.laneUsage;
const _errs56 = errors;
if(errors === _errs56){
if(Array.isArray(data28)){
var valid5 = true;
const len3 = data28.length;
for(let i3=0; i3<len3; i3++){
let data29 = data28[i3];
const _errs58 = errors;
if(typeof data29 !== "string"){
validate140.errors = [[path+"/laneUsage/" + i3,"type","string"]];
return false;
}
if(!((data29 === "forward") || (data29 === "backward"))){
validate140.errors = [[path+"/laneUsage/" + i3,"enum"]];
return false;
}
var valid5 = _errs58 === errors;
if(!valid5){
break;
}
}
}
else {
validate140.errors = [[path+"/laneUsage","type","array"]];
return false;
}
}
}
if(data.category !== undefined){
let data30 = data.category;
const _errs60 = errors;
if(errors === _errs60){
if(Array.isArray(data30)){
var valid6 = true;
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
let data31 = data30[i4];
const _errs62 = errors;
if(typeof data31 !== "string"){
validate140.errors = [[path+"/category/" + i4,"type","string"]];
return false;
}
if(!(((data31 === "oneway") || (data31 === "toll")) || (data31 === "link"))){
validate140.errors = [[path+"/category/" + i4,"enum"]];
return false;
}
var valid6 = _errs62 === errors;
if(!valid6){
break;
}
}
}
else {
validate140.errors = [[path+"/category","type","array"]];
return false;
}
}
}
if(data.status !== undefined){
if(typeof data.status !== "string"){
validate140.errors = [[path+"/status","type","string"]];
return false;
}
}
if(data.statusDescription !== undefined){
if(typeof data.statusDescription !== "string"){
validate140.errors = [[path+"/statusDescription","type","string"]];
return false;
}
}
if(data.dataDescriptor !== undefined){
if(!(validate1(data.dataDescriptor, path+"/dataDescriptor"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.cyclePathMaterial !== undefined){
if(typeof data.cyclePathMaterial !== "string"){
validate140.errors = [[path+"/cyclePathMaterial","type","string"]];
return false;
}
}
if(data.carriagewayLength !== undefined){
if(!(typeof data.carriagewayLength == "number")){
validate140.errors = [[path+"/carriagewayLength","type","number"]];
return false;
}
}
if(data.bridgeCount !== undefined){
if(!(typeof data.bridgeCount == "number")){
validate140.errors = [[path+"/bridgeCount","type","number"]];
return false;
}
}
if(data.pedestrianPathLeftHeight !== undefined){
if(!(typeof data.pedestrianPathLeftHeight == "number")){
validate140.errors = [[path+"/pedestrianPathLeftHeight","type","number"]];
return false;
}
}
if(data.totalPedestrianPathLength !== undefined){
if(!(typeof data.totalPedestrianPathLength == "number")){
validate140.errors = [[path+"/totalPedestrianPathLength","type","number"]];
return false;
}
}
if(data.totalPedestrianPathWidth !== undefined){
if(!(typeof data.totalPedestrianPathWidth == "number")){
validate140.errors = [[path+"/totalPedestrianPathWidth","type","number"]];
return false;
}
}
if(data.culvertCount !== undefined){
if(!(typeof data.culvertCount == "number")){
validate140.errors = [[path+"/culvertCount","type","number"]];
return false;
}
}
if(data.roadName !== undefined){
if(typeof data.roadName !== "string"){
validate140.errors = [[path+"/roadName","type","string"]];
return false;
}
}
if(data.roadClass !== undefined){
let data43 = data.roadClass;
if(typeof data43 !== "string"){
validate140.errors = [[path+"/roadClass","type","string"]];
return false;
}
if(!((((((((((data43 === "MAJOR_DISTRICT_ROAD") || (data43 === "MAJOR_CITY_ROAD")) || (data43 === "MINOR_CITY_ROAD")) || (data43 === "NATIONAL_HIGHWAY")) || (data43 === "OTHER_DISTRICT_ROAD")) || (data43 === "OTHER_PUBLIC_ROAD")) || (data43 === "PORT_ROAD")) || (data43 === "PRIVATE_ROAD")) || (data43 === "SERVICE_ROAD")) || (data43 === "STATE_HIGHWAY"))){
validate140.errors = [[path+"/roadClass","enum",["MAJOR_DISTRICT_ROAD","MAJOR_CITY_ROAD","MINOR_CITY_ROAD","NATIONAL_HIGHWAY","OTHER_DISTRICT_ROAD","OTHER_PUBLIC_ROAD","PORT_ROAD","PRIVATE_ROAD","SERVICE_ROAD","STATE_HIGHWAY"]]];
return false;
}
}
if(data.medianHeight !== undefined){
if(!(typeof data.medianHeight == "number")){
validate140.errors = [[path+"/medianHeight","type","number"]];
return false;
}
}
if(data.roadWork !== undefined){
let data45 = data.roadWork;
if(typeof data45 !== "string"){
validate140.errors = [[path+"/roadWork","type","string"]];
return false;
}
if(!(((((((((((data45 === "COLLAPSE") || (data45 === "DERAILMENT")) || (data45 === "FIRE")) || (data45 === "FLOOD")) || (data45 === "GASLEAK")) || (data45 === "LANDSLIDE")) || (data45 === "OTHER")) || (data45 === "POWERCUT")) || (data45 === "ROCKFALL")) || (data45 === "SAGGING")) || (data45 === "WATERLEAK"))){
validate140.errors = [[path+"/roadWork","enum"]];
return false;
}
}
if(data.roadId !== undefined){
if(typeof data.roadId !== "string"){
validate140.errors = [[path+"/roadId","type","string"]];
return false;
}
}
if(data.cyclePathRightWidth !== undefined){
if(!(typeof data.cyclePathRightWidth == "number")){
validate140.errors = [[path+"/cyclePathRightWidth","type","number"]];
return false;
}
}
if(data.roadMaterial !== undefined){
if(typeof data.roadMaterial !== "string"){
validate140.errors = [[path+"/roadMaterial","type","string"]];
return false;
}
}
if(data.medianWidth !== undefined){
if(!(typeof data.medianWidth == "number")){
validate140.errors = [[path+"/medianWidth","type","number"]];
return false;
}
}
if(data.carriagewayWidth !== undefined){
if(!(typeof data.carriagewayWidth == "number")){
validate140.errors = [[path+"/carriagewayWidth","type","number"]];
return false;
}
}
if(data.cyclePathRightHeight !== undefined){
if(!(typeof data.cyclePathRightHeight == "number")){
validate140.errors = [[path+"/cyclePathRightHeight","type","number"]];
return false;
}
}
if(data.roadDirection !== undefined){
if(typeof data.roadDirection !== "string"){
validate140.errors = [[path+"/roadDirection","type","string"]];
return false;
}
}
if(data.medianLength !== undefined){
if(!(typeof data.medianLength == "number")){
validate140.errors = [[path+"/medianLength","type","number"]];
return false;
}
}
if(data.pedestrianPathMaterial !== undefined){
if(typeof data.pedestrianPathMaterial !== "string"){
validate140.errors = [[path+"/pedestrianPathMaterial","type","string"]];
return false;
}
}
if(data.cyclePathLeftWidth !== undefined){
if(!(typeof data.cyclePathLeftWidth == "number")){
validate140.errors = [[path+"/cyclePathLeftWidth","type","number"]];
return false;
}
}
if(data.maximumAllowedWidth !== undefined){
if(!(typeof data.maximumAllowedWidth == "number")){
validate140.errors = [[path+"/maximumAllowedWidth","type","number"]];
return false;
}
}
if(data.rightOfWayWidth !== undefined){
if(!(typeof data.rightOfWayWidth == "number")){
validate140.errors = [[path+"/rightOfWayWidth","type","number"]];
return false;
}
}
if(data.cyclePathLeftHeight !== undefined){
if(!(typeof data.cyclePathLeftHeight == "number")){
validate140.errors = [[path+"/cyclePathLeftHeight","type","number"]];
return false;
}
}
if(data.pedestrianPathRightWidth !== undefined){
if(!(typeof data.pedestrianPathRightWidth == "number")){
validate140.errors = [[path+"/pedestrianPathRightWidth","type","number"]];
return false;
}
}
if(data.pedestrianPathLeftWidth !== undefined){
if(!(typeof data.pedestrianPathLeftWidth == "number")){
validate140.errors = [[path+"/pedestrianPathLeftWidth","type","number"]];
return false;
}
}
if(data.laneInfo !== undefined){
if(!(validate147(data.laneInfo, path+"/laneInfo"))){
vErrors = vErrors === null ? validate147.errors : vErrors.concat(validate147.errors);
errors = vErrors.length;
}
}
if(data.pedestrianPathPlacement !== undefined){
if(typeof data.pedestrianPathPlacement !== "string"){
validate140.errors = [[path+"/pedestrianPathPlacement","type","string"]];
return false;
}
}
if(data.pedestrianPathRightHeight !== undefined){
if(!(typeof data.pedestrianPathRightHeight == "number")){
validate140.errors = [[path+"/pedestrianPathRightHeight","type","number"]];
return false;
}
}
if(data.cyclePathPlacement !== undefined){
let data64 = data.cyclePathPlacement;
if(typeof data64 !== "string"){
validate140.errors = [[path+"/cyclePathPlacement","type","string"]];
return false;
}
if(!((((data64 === "BOTH") || (data64 === "LEFT")) || (data64 === "NOT_AVAILABLE")) || (data64 === "RIGHT"))){
validate140.errors = [[path+"/cyclePathPlacement","enum"]];
return false;
}
}
if(data.totalCyclePathWidth !== undefined){
if(!(typeof data.totalCyclePathWidth == "number")){
validate140.errors = [[path+"/totalCyclePathWidth","type","number"]];
return false;
}
}
if(data.agency_name !== undefined){
if(typeof data.agency_name !== "string"){
validate140.errors = [[path+"/agency_name","type","string"]];
return false;
}
}
if(data.municipalityInfo !== undefined){
if(!(validate82(data.municipalityInfo, path+"/municipalityInfo"))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
validate140.errors = vErrors;
return errors === 0;
}
export const trafficFlowObserved: ValuesCheck = validate150;
function validate150(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate150.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate150.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate150.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate150.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate150.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate150.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate150.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate150.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate150.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate150.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate150.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate150.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.laneId !== undefined){
let data13 = data.laneId;
const _errs28 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
validate150.errors = [[path+"/laneId","type","integer"]];
return false;
}
if(errors === _errs28){
if(typeof data13 == "number"){
if(data13 < 1 || isNaN(data13)){
validate150.errors = [[path+"/laneId","minimum",1]];
return false;
}
}
}
}
if(data.refRoadSegment !== undefined){
let data14 = data.refRoadSegment;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data14 === "string"){
if(!(formats4(data14))){
validate150.errors = [[path+"/refRoadSegment","format","uri"]];
return false;
}
}
else {
validate150.errors = [[path+"/refRoadSegment","type","string"]];
return false;
}
}
}
}
if(data.dateObserved !== undefined){
if(typeof data.dateObserved !== "string"){
validate150.errors = [[path+"/dateObserved","type","string"]];
return false;
}
}
if(data.dateObservedFrom !== undefined){
let data16 = data.dateObservedFrom;
const _errs34 = errors;
if(errors === _errs34){
if(errors === _errs34){
if(typeof data16 === "string"){
if(!(formats0.validate(data16))){
validate150.errors = [[path+"/dateObservedFrom","format","date-time"]];
return false;
}
}
else {
validate150.errors = [[path+"/dateObservedFrom","type","string"]];
return false;
}
}
}
}
if(data.dateObservedTo !== undefined){
let data17 = data.dateObservedTo;
const _errs36 = errors;
if(errors === _errs36){
if(errors === _errs36){
if(typeof data17 === "string"){
if(!(formats0.validate(data17))){
validate150.errors = [[path+"/dateObservedTo","format","date-time"]];
return false;
}
}
else {
validate150.errors = [[path+"/dateObservedTo","type","string"]];
return false;
}
}
}
}
if(data.intensity !== undefined){
let data18 = data.intensity;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
validate150.errors = [[path+"/intensity","minimum",0]];
return false;
}
}
else {
validate150.errors = [[path+"/intensity","type","number"]];
return false;
}
}
}
if(data.occupancy !== undefined){
let data19 = data.occupancy;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data19 == "number"){
if(data19 > 1 || isNaN(data19)){
validate150.errors = [[path+"/occupancy","maximum",1]];
return false;
}
else {
if(data19 < 0 || isNaN(data19)){
validate150.errors = [[path+"/occupancy","minimum",0]];
return false;
}
}
}
else {
validate150.errors = [[path+"/occupancy","type","number"]];
return false;
}
}
}
if(data.averageVehicleSpeed !== undefined){
let data20 = data.averageVehicleSpeed;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate150.errors = [[path+"/averageVehicleSpeed","minimum",0]];
return false;
}
}
else {
validate150.errors = [[path+"/averageVehicleSpeed","type","number"]];
return false;
}
}
}
if(data.averageVehicleLength !== undefined){
let data21 = data.averageVehicleLength;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data21 == "number"){
if(data21 < 0 || isNaN(data21)){
validate150.errors = [[path+"/averageVehicleLength","minimum",0]];
return false;
}
}
else {
validate150.errors = [[path+"/averageVehicleLength","type","number"]];
return false;
}
}
}
if(data.averageGapDistance !== undefined){
let data22 = data.averageGapDistance;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
validate150.errors = [[path+"/averageGapDistance","minimum",0]];
return false;
}
}
else {
validate150.errors = [[path+"/averageGapDistance","type","number"]];
return false;
}
}
}
if(data.congested !== undefined){
if(typeof data.congested !== "boolean"){
validate150.errors = [[path+"/congested","type","boolean"]];
return false;
}
}
if(data.averageHeadwayTime !== undefined){
let data24 = data.averageHeadwayTime;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
validate150.errors = [[path+"/averageHeadwayTime","minimum",0]];
return false;
}
}
else {
validate150.errors = [[path+"/averageHeadwayTime","type","number"]];
return false;
}
}
}
if(data.laneDirection !== undefined){
let data25 = data.laneDirection;
if(typeof data25 !== "string"){
validate150.errors = [[path+"/laneDirection","type","string"]];
return false;
}
if(!((data25 === "forward") || (data25 === "backward"))){
validate150.errors = [[path+"/laneDirection","enum"]];
return false;
}
}
if(data.reversedLane !== undefined){
if(typeof data.reversedLane !== "boolean"){
validate150.errors = [[path+"/reversedLane","type","boolean"]];
return false;
}
}
if(data.vehicleType !== undefined){
let data27 = data.vehicleType;
if(typeof data27 !== "string"){
validate150.errors = [[path+"/vehicleType","type","string"]];
return false;
}
if(!((((((((((((((((((((((data27 === "agriculturalVehicle") || (data27 === "bicycle")) || (data27 === "bus")) || (data27 === "minibus")) || (data27 === "car")) || (data27 === "caravan")) || (data27 === "tram")) || (data27 === "tanker")) || (data27 === "carWithCaravan")) || (data27 === "carWithTrailer")) || (data27 === "lorry")) || (data27 === "moped")) || (data27 === "motorcycle")) || (data27 === "motorcycleWithSideCar")) || (data27 === "motorscooter")) || (data27 === "trailer")) || (data27 === "van")) || (data27 === "constructionOrMaintenanceVehicle")) || (data27 === "trolley")) || (data27 === "binTrolley")) || (data27 === "sweepingMachine")) || (data27 === "cleaningTrolley"))){
validate150.errors = [[path+"/vehicleType","enum"]];
return false;
}
}
if(data.vehicleSubType !== undefined){
if(typeof data.vehicleSubType !== "string"){
validate150.errors = [[path+"/vehicleSubType","type","string"]];
return false;
}
}
}
validate150.errors = vErrors;
return errors === 0;
}
export const publicTransportStop: ValuesCheck = validate153;
function validate157(data, path){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate157.errors = [[path,"type","string"]];
return false;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data === "string"){
if(func0(data) > 256){
const err0 = [path,"maxLength",256];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(func0(data) < 1){
const err1 = [path,"minLength",1];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(!pattern0.test(data)){
const err2 = [path,"pattern","^[\\w\\-\\.\\{\\}\\$\\+\\*\\[\\]`|~^@!,:\\\\]+$"];
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
}
else {
const err3 = [path,"type","string"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(errors === _errs4){
if(errors === _errs4){
if(typeof data === "string"){
if(!(formats4(data))){
const err4 = [path,"format","uri"];
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
const err5 = [path,"type","string"];
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
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err6 = [path,"anyOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate157.errors = vErrors;
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
validate157.errors = vErrors;
return errors === 0;
}
const formats262 = formats.time;
function validate160(data, path){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
validate160.errors = [[path,"type","string"]];
return false;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(typeof data !== "string"){
const err0 = [path,"type","string"];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((((((data === "Monday") || (data === "Tuesday")) || (data === "Wednesday")) || (data === "Thursday")) || (data === "Friday")) || (data === "Saturday")) || (data === "Sunday")) || (data === "PublicHolidays"))){
const err1 = [path,"enum",["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday","Sunday","PublicHolidays"]];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(typeof data !== "string"){
const err2 = [path,"type","string"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!((((((((data === "https://schema.org/Monday") || (data === "https://schema.org/Tuesday")) || (data === "https://schema.org/Wednesday")) || (data === "https://schema.org/Thursday")) || (data === "https://schema.org/Friday")) || (data === "https://schema.org/Saturday")) || (data === "https://schema.org/Sunday")) || (data === "https://schema.org/PublicHolidays"))){
const err3 = [path,"enum",["https://schema.org/Monday","https://schema.org/Tuesday","https://schema.org/Wednesday","https://schema.org/Thursday","https://schema.org/Friday","https://schema.org/Saturday","https://schema.org/Sunday","https://schema.org/PublicHolidays"]];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err4 = [path,"anyOf"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate160.errors = vErrors;
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
validate160.errors = vErrors;
return errors === 0;
}
function validate159(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.opens !== undefined){
let data0 = data.opens;
const _errs1 = errors;
if(errors === _errs1){
if(errors === _errs1){
if(typeof data0 === "string"){
if(!(formats262.validate(data0))){
validate159.errors = [[path+"/opens","format","time"]];
return false;
}
}
else {
validate159.errors = [[path+"/opens","type","string"]];
return false;
}
}
}
}
if(data.closes !== undefined){
let data1 = data.closes;
const _errs3 = errors;
if(errors === _errs3){
if(errors === _errs3){
if(typeof data1 === "string"){
if(!(formats262.validate(data1))){
validate159.errors = [[path+"/closes","format","time"]];
return false;
}
}
else {
validate159.errors = [[path+"/closes","type","string"]];
return false;
}
}
}
}
if(data.dayOfWeek !== undefined){
if(!(validate160(data.dayOfWeek, path+"/dayOfWeek"))){
vErrors = vErrors === null ? validate160.errors : vErrors.concat(validate160.errors);
errors = vErrors.length;
}
}
if(data.validFrom !== undefined){
let data3 = data.validFrom;
const _errs7 = errors;
let valid1 = false;
const _errs8 = errors;
if(errors === _errs8){
if(errors === _errs8){
if(typeof data3 === "string"){
if(!(formats94.validate(data3))){
const err0 = [path+"/validFrom","format","date"];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = [path+"/validFrom","type","string"];
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
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs10 = errors;
if(errors === _errs10){
if(errors === _errs10){
if(typeof data3 === "string"){
if(!(formats0.validate(data3))){
const err2 = [path+"/validFrom","format","date-time"];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = [path+"/validFrom","type","string"];
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err4 = [path+"/validFrom","anyOf"];
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate159.errors = vErrors;
return false;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
if(data.validThrough !== undefined){
let data4 = data.validThrough;
if(typeof data4 !== "string"){
validate159.errors = [[path+"/validThrough","type","string"]];
return false;
}
const _errs14 = errors;
let valid2 = false;
const _errs15 = errors;
if(errors === _errs15){
if(errors === _errs15){
if(typeof data4 === "string"){
if(!(formats94.validate(data4))){
const err5 = [path+"/validThrough","format","date"];
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = [path+"/validThrough","type","string"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
var _valid1 = _errs15 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const _errs17 = errors;
if(errors === _errs17){
if(errors === _errs17){
if(typeof data4 === "string"){
if(!(formats0.validate(data4))){
const err7 = [path+"/validThrough","format","date-time"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = [path+"/validThrough","type","string"];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
var _valid1 = _errs17 === errors;
valid2 = valid2 || _valid1;
}
if(!valid2){
const err9 = [path+"/validThrough","anyOf"];
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate159.errors = vErrors;
return false;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
}
}
else {
validate159.errors = [[path,"type","object"]];
return false;
}
}
validate159.errors = vErrors;
return errors === 0;
}
function validate153(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate153.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate153.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate153.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate153.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate153.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate153.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate153.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate153.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate153.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate153.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate153.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate153.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.stopCode !== undefined){
if(typeof data.stopCode !== "string"){
validate153.errors = [[path+"/stopCode","type","string"]];
return false;
}
}
if(data.shortStopCode !== undefined){
if(typeof data.shortStopCode !== "string"){
validate153.errors = [[path+"/shortStopCode","type","string"]];
return false;
}
}
if(data.wheelChairAccessible !== undefined){
let data15 = data.wheelChairAccessible;
if(typeof data15 !== "string"){
validate153.errors = [[path+"/wheelChairAccessible","type","string"]];
return false;
}
if(!(((data15 === "0") || (data15 === "1")) || (data15 === "2"))){
validate153.errors = [[path+"/wheelChairAccessible","enum"]];
return false;
}
}
if(data.transportationType !== undefined){
let data16 = data.transportationType;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data16)){
var valid4 = true;
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
let data17 = data16[i2];
const _errs36 = errors;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
validate153.errors = [[path+"/transportationType/" + i2,"type","integer"]];
return false;
}
if(!((((((((data17 === 0) || (data17 === 1)) || (data17 === 2)) || (data17 === 3)) || (data17 === 4)) || (data17 === 5)) || (data17 === 6)) || (data17 === 7))){
validate153.errors = [[path+"/transportationType/" + i2,"enum"]];
return false;
}
var valid4 = _errs36 === errors;
if(!valid4){
break;
}
}
}
else {
validate153.errors = [[path+"/transportationType","type","array"]];
return false;
}
}
}
if(data.refPublicTransportRoute !== undefined){
let data18 = data.refPublicTransportRoute;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data18)){
if(data18.length < 1){
validate153.errors = [[path+"/refPublicTransportRoute","minItems",1]];
return false;
}
else {
var valid5 = true;
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
const _errs40 = errors;
if(!(validate1(data18[i3], path+"/refPublicTransportRoute/" + i3))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid5 = _errs40 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i4 = data18.length;
let j0;
if(i4 > 1){
outer0:
for(;i4--;){
for(j0 = i4; j0--;){
if(func3(data18[i4], data18[j0])){
validate153.errors = [[path+"/refPublicTransportRoute","uniqueItems"]];
return false;
break outer0;
}
}
}
}
}
}
}
else {
validate153.errors = [[path+"/refPublicTransportRoute","type","array"]];
return false;
}
}
}
if(data.peopleCount !== undefined){
let data20 = data.peopleCount;
const _errs41 = errors;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
validate153.errors = [[path+"/peopleCount","type","integer"]];
return false;
}
if(errors === _errs41){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate153.errors = [[path+"/peopleCount","minimum",0]];
return false;
}
}
}
}
if(data.refPeopleCountDevice !== undefined){
if(!(validate157(data.refPeopleCountDevice, path+"/refPeopleCountDevice"))){
vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
errors = vErrors.length;
}
}
if(data.openingHoursSpecification !== undefined){
let data22 = data.openingHoursSpecification;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data22)){
if(data22.length < 1){
validate153.errors = [[path+"/openingHoursSpecification","minItems",1]];
return false;
}
else {
var valid7 = true;
const len4 = data22.length;
for(let i5=0; i5<len4; i5++){
const _errs46 = errors;
if(!(validate159(data22[i5], path+"/openingHoursSpecification/" + i5))){
vErrors = vErrors === null ? validate159.errors : vErrors.concat(validate159.errors);
errors = vErrors.length;
}
var valid7 = _errs46 === errors;
if(!valid7){
break;
}
}
}
}
else {
validate153.errors = [[path+"/openingHoursSpecification","type","array"]];
return false;
}
}
}
}
validate153.errors = vErrors;
return errors === 0;
}
export const wasteContainer: ValuesCheck = validate163;
function validate163(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate163.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate163.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate163.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate163.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate163.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate163.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate163.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate163.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate163.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate163.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.color !== undefined){
if(typeof data.color !== "string"){
validate163.errors = [[path+"/color","type","string"]];
return false;
}
}
if(data.image !== undefined){
let data14 = data.image;
const _errs30 = errors;
if(errors === _errs30){
if(errors === _errs30){
if(typeof data14 === "string"){
if(!(formats4(data14))){
validate163.errors = [[path+"/image","format","uri"]];
return false;
}
}
else {
validate163.errors = [[path+"/image","type","string"]];
return false;
}
}
}
}
if(data.annotations !== undefined){
let data15 = data.annotations;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data15)){
var valid4 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
const _errs34 = errors;
if(typeof data15[i2] !== "string"){
validate163.errors = [[path+"/annotations/" + i2,"type","string"]];
return false;
}
var valid4 = _errs34 === errors;
if(!valid4){
break;
}
}
}
else {
validate163.errors = [[path+"/annotations","type","array"]];
return false;
}
}
}
if(data.fillingLevel !== undefined){
let data17 = data.fillingLevel;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data17 == "number"){
if(data17 > 1 || isNaN(data17)){
validate163.errors = [[path+"/fillingLevel","maximum",1]];
return false;
}
else {
if(data17 < 0 || isNaN(data17)){
validate163.errors = [[path+"/fillingLevel","minimum",0]];
return false;
}
}
}
else {
validate163.errors = [[path+"/fillingLevel","type","number"]];
return false;
}
}
}
if(data.category !== undefined){
let data18 = data.category;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data18)){
if(data18.length < 1){
validate163.errors = [[path+"/category","minItems",1]];
return false;
}
else {
var valid5 = true;
const len3 = data18.length;
for(let i3=0; i3<len3; i3++){
let data19 = data18[i3];
const _errs40 = errors;
if(typeof data19 !== "string"){
validate163.errors = [[path+"/category/" + i3,"type","string"]];
return false;
}
if(!(((((data19 === "fixed") || (data19 === "ground")) || (data19 === "other")) || (data19 === "portable")) || (data19 === "underground"))){
validate163.errors = [[path+"/category/" + i3,"enum"]];
return false;
}
var valid5 = _errs40 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i4 = data18.length;
let j0;
if(i4 > 1){
const indices0 = {};
for(;i4--;){
let item0 = data18[i4];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate163.errors = [[path+"/category","uniqueItems"]];
return false;
break;
}
indices0[item0] = i4;
}
}
}
}
}
else {
validate163.errors = [[path+"/category","type","array"]];
return false;
}
}
}
if(data.cargoWeight !== undefined){
let data20 = data.cargoWeight;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate163.errors = [[path+"/cargoWeight","minimum",0]];
return false;
}
}
else {
validate163.errors = [[path+"/cargoWeight","type","number"]];
return false;
}
}
}
if(data.temperature !== undefined){
if(!(typeof data.temperature == "number")){
validate163.errors = [[path+"/temperature","type","number"]];
return false;
}
}
if(data.methaneConcentration !== undefined){
let data22 = data.methaneConcentration;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
validate163.errors = [[path+"/methaneConcentration","minimum",0]];
return false;
}
}
else {
validate163.errors = [[path+"/methaneConcentration","type","number"]];
return false;
}
}
}
if(data.storedWasteKind !== undefined){
let data23 = data.storedWasteKind;
if(typeof data23 !== "string"){
validate163.errors = [[path+"/storedWasteKind","type","string"]];
return false;
}
if(!(((((((((((data23 === "organic") || (data23 === "inorganic")) || (data23 === "glass")) || (data23 === "oil")) || (data23 === "plastic")) || (data23 === "metal")) || (data23 === "paper")) || (data23 === "batteries")) || (data23 === "electronics")) || (data23 === "hazardous")) || (data23 === "other"))){
validate163.errors = [[path+"/storedWasteKind","enum"]];
return false;
}
}
if(data.storedWasteOrigin !== undefined){
let data24 = data.storedWasteOrigin;
if(typeof data24 !== "string"){
validate163.errors = [[path+"/storedWasteOrigin","type","string"]];
return false;
}
if(!(((((((data24 === "household") || (data24 === "municipal")) || (data24 === "industrial")) || (data24 === "construction")) || (data24 === "hostelry")) || (data24 === "agriculture")) || (data24 === "other"))){
validate163.errors = [[path+"/storedWasteOrigin","enum"]];
return false;
}
}
if(data.storedWasteCode !== undefined){
if(typeof data.storedWasteCode !== "string"){
validate163.errors = [[path+"/storedWasteCode","type","string"]];
return false;
}
}
if(data.serialNumber !== undefined){
if(typeof data.serialNumber !== "string"){
validate163.errors = [[path+"/serialNumber","type","string"]];
return false;
}
}
if(data.regulation !== undefined){
if(typeof data.regulation !== "string"){
validate163.errors = [[path+"/regulation","type","string"]];
return false;
}
}
if(data.responsible !== undefined){
if(typeof data.responsible !== "string"){
validate163.errors = [[path+"/responsible","type","string"]];
return false;
}
}
if(data.dateServiceStarted !== undefined){
let data29 = data.dateServiceStarted;
const _errs60 = errors;
if(errors === _errs60){
if(errors === _errs60){
if(typeof data29 === "string"){
if(!(formats0.validate(data29))){
validate163.errors = [[path+"/dateServiceStarted","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/dateServiceStarted","type","string"]];
return false;
}
}
}
}
if(data.dateLastEmptying !== undefined){
let data30 = data.dateLastEmptying;
const _errs62 = errors;
if(errors === _errs62){
if(errors === _errs62){
if(typeof data30 === "string"){
if(!(formats0.validate(data30))){
validate163.errors = [[path+"/dateLastEmptying","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/dateLastEmptying","type","string"]];
return false;
}
}
}
}
if(data.nextActuationDeadline !== undefined){
let data31 = data.nextActuationDeadline;
const _errs64 = errors;
if(errors === _errs64){
if(errors === _errs64){
if(typeof data31 === "string"){
if(!(formats0.validate(data31))){
validate163.errors = [[path+"/nextActuationDeadline","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/nextActuationDeadline","type","string"]];
return false;
}
}
}
}
if(data.actuationHours !== undefined){
if(typeof data.actuationHours !== "string"){
validate163.errors = [[path+"/actuationHours","type","string"]];
return false;
}
}
if(data.dateLastCleaning !== undefined){
let data33 = data.dateLastCleaning;
const _errs68 = errors;
if(errors === _errs68){
if(errors === _errs68){
if(typeof data33 === "string"){
if(!(formats0.validate(data33))){
validate163.errors = [[path+"/dateLastCleaning","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/dateLastCleaning","type","string"]];
return false;
}
}
}
}
if(data.nextCleaningDeadline !== undefined){
let data34 = data.nextCleaningDeadline;
const _errs70 = errors;
if(errors === _errs70){
if(errors === _errs70){
if(typeof data34 === "string"){
if(!(formats0.validate(data34))){
validate163.errors = [[path+"/nextCleaningDeadline","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/nextCleaningDeadline","type","string"]];
return false;
}
}
}
}
if(data.isleId !== undefined){
if(typeof data.isleId !== "string"){
validate163.errors = [[path+"/isleId","type","string"]];
return false;
}
}
if(data.status !== undefined){
let data36 = data.status;
if(typeof data36 !== "string"){
validate163.errors = [[path+"/status","type","string"]];
return false;
}
if(!(((((((data36 === "ok") || (data36 === "lidOpen")) || (data36 === "dropped")) || (data36 === "moved")) || (data36 === "vandalized")) || (data36 === "burning")) || (data36 === "unknown"))){
validate163.errors = [[path+"/status","enum"]];
return false;
}
}
if(data.refWasteContainerModel !== undefined){
if(!(validate1(data.refWasteContainerModel, path+"/refWasteContainerModel"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refWasteContainerIsle !== undefined){
if(!(validate1(data.refWasteContainerIsle, path+"/refWasteContainerIsle"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.refDevice !== undefined){
let data39 = data.refDevice;
const _errs78 = errors;
if(errors === _errs78){
if(Array.isArray(data39)){
if(data39.length < 1){
validate163.errors = [[path+"/refDevice","minItems",1]];
return false;
}
else {
var valid7 = true;
const len4 = data39.length;
for(let i5=0; i5<len4; i5++){
const _errs80 = errors;
if(!(validate1(data39[i5], path+"/refDevice/" + i5))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid7 = _errs80 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i6 = data39.length;
let j1;
if(i6 > 1){
outer0:
for(;i6--;){
for(j1 = i6; j1--;){
if(func3(data39[i6], data39[j1])){
validate163.errors = [[path+"/refDevice","uniqueItems"]];
return false;
break outer0;
}
}
}
}
}
}
}
else {
validate163.errors = [[path+"/refDevice","type","array"]];
return false;
}
}
}
if(data.timeInstant !== undefined){
let data41 = data.timeInstant;
const _errs81 = errors;
if(errors === _errs81){
if(errors === _errs81){
if(typeof data41 === "string"){
if(!(formats0.validate(data41))){
validate163.errors = [[path+"/timeInstant","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/timeInstant","type","string"]];
return false;
}
}
}
}
if(data.binCapacity !== undefined){
if(!(typeof data.binCapacity == "number")){
validate163.errors = [[path+"/binCapacity","type","number"]];
return false;
}
}
if(data.binColor !== undefined){
if(typeof data.binColor !== "string"){
validate163.errors = [[path+"/binColor","type","string"]];
return false;
}
}
if(data.wardId !== undefined){
if(typeof data.wardId !== "string"){
validate163.errors = [[path+"/wardId","type","string"]];
return false;
}
}
if(data.license_plate !== undefined){
if(typeof data.license_plate !== "string"){
validate163.errors = [[path+"/license_plate","type","string"]];
return false;
}
}
if(data.RFID !== undefined){
if(typeof data.RFID !== "string"){
validate163.errors = [[path+"/RFID","type","string"]];
return false;
}
}
if(data.binFullnessThreshold !== undefined){
if(!(typeof data.binFullnessThreshold == "number")){
validate163.errors = [[path+"/binFullnessThreshold","type","number"]];
return false;
}
}
if(data.binRecommendedLoad !== undefined){
if(!(typeof data.binRecommendedLoad == "number")){
validate163.errors = [[path+"/binRecommendedLoad","type","number"]];
return false;
}
}
if(data.binId !== undefined){
if(typeof data.binId !== "string"){
validate163.errors = [[path+"/binId","type","string"]];
return false;
}
}
if(data.binMaxLoad !== undefined){
if(!(typeof data.binMaxLoad == "number")){
validate163.errors = [[path+"/binMaxLoad","type","number"]];
return false;
}
}
if(data.binLoggedTime !== undefined){
let data51 = data.binLoggedTime;
const _errs101 = errors;
if(errors === _errs101){
if(errors === _errs101){
if(typeof data51 === "string"){
if(!(formats0.validate(data51))){
validate163.errors = [[path+"/binLoggedTime","format","date-time"]];
return false;
}
}
else {
validate163.errors = [[path+"/binLoggedTime","type","string"]];
return false;
}
}
}
}
}
validate163.errors = vErrors;
return errors === 0;
}
export const wasteContainerIsle: ValuesCheck = validate169;
function validate169(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate169.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate169.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate169.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate169.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate169.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate169.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate169.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate169.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate169.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate169.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate169.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate169.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.features !== undefined){
let data13 = data.features;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data13)){
if(data13.length < 1){
validate169.errors = [[path+"/features","minItems",1]];
return false;
}
else {
var valid4 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
const _errs30 = errors;
if(typeof data14 !== "string"){
validate169.errors = [[path+"/features/" + i2,"type","string"]];
return false;
}
if(!((((data14 === "containerFix") || (data14 === "underground")) || (data14 === "fenced")) || (data14 === "other"))){
validate169.errors = [[path+"/features/" + i2,"enum"]];
return false;
}
var valid4 = _errs30 === errors;
if(!valid4){
break;
}
}
if(valid4){
let i3 = data13.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data13[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate169.errors = [[path+"/features","uniqueItems"]];
return false;
break;
}
indices0[item0] = i3;
}
}
}
}
}
else {
validate169.errors = [[path+"/features","type","array"]];
return false;
}
}
}
if(data.insertHolesNumber !== undefined){
let data15 = data.insertHolesNumber;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data15 == "number"){
if(data15 < 0 || isNaN(data15)){
validate169.errors = [[path+"/insertHolesNumber","minimum",0]];
return false;
}
}
else {
validate169.errors = [[path+"/insertHolesNumber","type","number"]];
return false;
}
}
}
if(data.refWasteContainer !== undefined){
let data16 = data.refWasteContainer;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data16)){
if(data16.length < 1){
validate169.errors = [[path+"/refWasteContainer","minItems",1]];
return false;
}
else {
var valid6 = true;
const len3 = data16.length;
for(let i4=0; i4<len3; i4++){
const _errs36 = errors;
if(!(validate1(data16[i4], path+"/refWasteContainer/" + i4))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid6 = _errs36 === errors;
if(!valid6){
break;
}
}
if(valid6){
let i5 = data16.length;
let j1;
if(i5 > 1){
outer0:
for(;i5--;){
for(j1 = i5; j1--;){
if(func3(data16[i5], data16[j1])){
validate169.errors = [[path+"/refWasteContainer","uniqueItems"]];
return false;
break outer0;
}
}
}
}
}
}
}
else {
validate169.errors = [[path+"/refWasteContainer","type","array"]];
return false;
}
}
}
}
validate169.errors = vErrors;
return errors === 0;
}
export const waterQualityObserved: ValuesCheck = validate173;
function validate173(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate173.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate173.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate173.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate173.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate173.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate173.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate173.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate173.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate173.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate173.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate173.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate173.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.dateObserved !== undefined){
if(typeof data.dateObserved !== "string"){
validate173.errors = [[path+"/dateObserved","type","string"]];
return false;
}
}
if(data.measurand !== undefined){
let data14 = data.measurand;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data14)){
if(data14.length < 1){
validate173.errors = [[path+"/measurand","minItems",1]];
return false;
}
else {
var valid4 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
const _errs32 = errors;
if(typeof data14[i2] !== "string"){
validate173.errors = [[path+"/measurand/" + i2,"type","string"]];
return false;
}
var valid4 = _errs32 === errors;
if(!valid4){
break;
}
}
}
}
else {
validate173.errors = [[path+"/measurand","type","array"]];
return false;
}
}
}
if(data.temperature !== undefined){
if(!(typeof data.temperature == "number")){
validate173.errors = [[path+"/temperature","type","number"]];
return false;
}
}
if(data.bod !== undefined){
let data17 = data.bod;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data17 == "number"){
if(data17 < 0 || isNaN(data17)){
validate173.errors = [[path+"/bod","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/bod","type","number"]];
return false;
}
}
}
if(data.cod !== undefined){
let data18 = data.cod;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data18 == "number"){
if(data18 < 0 || isNaN(data18)){
validate173.errors = [[path+"/cod","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/cod","type","number"]];
return false;
}
}
}
if(data.conductivity !== undefined){
let data19 = data.conductivity;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
validate173.errors = [[path+"/conductivity","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/conductivity","type","number"]];
return false;
}
}
}
if(data.conductance !== undefined){
let data20 = data.conductance;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate173.errors = [[path+"/conductance","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/conductance","type","number"]];
return false;
}
}
}
if(data.tss !== undefined){
let data21 = data.tss;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data21 == "number"){
if(data21 < 0 || isNaN(data21)){
validate173.errors = [[path+"/tss","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/tss","type","number"]];
return false;
}
}
}
if(data.tds !== undefined){
let data22 = data.tds;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
validate173.errors = [[path+"/tds","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/tds","type","number"]];
return false;
}
}
}
if(data.turbidity !== undefined){
let data23 = data.turbidity;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data23 == "number"){
if(data23 < 0 || isNaN(data23)){
validate173.errors = [[path+"/turbidity","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/turbidity","type","number"]];
return false;
}
}
}
if(data.salinity !== undefined){
let data24 = data.salinity;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data24 == "number"){
if(data24 < 0 || isNaN(data24)){
validate173.errors = [[path+"/salinity","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/salinity","type","number"]];
return false;
}
}
}
if(data.pH !== undefined){
let data25 = data.pH;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data25 == "number"){
if(data25 > 14 || isNaN(data25)){
validate173.errors = [[path+"/pH","maximum",14]];
return false;
}
else {
if(data25 < 0 || isNaN(data25)){
validate173.errors = [[path+"/pH","minimum",0]];
return false;
}
}
}
else {
validate173.errors = [[path+"/pH","type","number"]];
return false;
}
}
}
if(data.orp !== undefined){
let data26 = data.orp;
const _errs54 = errors;
if(errors === _errs54){
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
validate173.errors = [[path+"/orp","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/orp","type","number"]];
return false;
}
}
}
if(data.O2 !== undefined){
let data27 = data.O2;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
validate173.errors = [[path+"/O2","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/O2","type","number"]];
return false;
}
}
}
if(data.Chla !== undefined){
let data28 = data.Chla;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
validate173.errors = [[path+"/Chla","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Chla","type","number"]];
return false;
}
}
}
if(data.PE !== undefined){
let data29 = data.PE;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
validate173.errors = [[path+"/PE","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/PE","type","number"]];
return false;
}
}
}
if(data.PC !== undefined){
let data30 = data.PC;
const _errs62 = errors;
if(errors === _errs62){
if(typeof data30 == "number"){
if(data30 < 0 || isNaN(data30)){
validate173.errors = [[path+"/PC","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/PC","type","number"]];
return false;
}
}
}
if(data.NH4 !== undefined){
let data31 = data.NH4;
const _errs64 = errors;
if(errors === _errs64){
if(typeof data31 == "number"){
if(data31 < 0 || isNaN(data31)){
validate173.errors = [[path+"/NH4","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/NH4","type","number"]];
return false;
}
}
}
if(data.NH3 !== undefined){
let data32 = data.NH3;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data32 == "number"){
if(data32 < 0 || isNaN(data32)){
validate173.errors = [[path+"/NH3","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/NH3","type","number"]];
return false;
}
}
}
if(data["Cl-"] !== undefined){
let data33 = data["Cl-"];
const _errs68 = errors;
if(errors === _errs68){
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
validate173.errors = [[path+"/Cl-","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Cl-","type","number"]];
return false;
}
}
}
if(data.NO3 !== undefined){
let data34 = data.NO3;
const _errs70 = errors;
if(errors === _errs70){
if(typeof data34 == "number"){
if(data34 < 0 || isNaN(data34)){
validate173.errors = [[path+"/NO3","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/NO3","type","number"]];
return false;
}
}
}
if(data.PO4 !== undefined){
let data35 = data.PO4;
const _errs72 = errors;
if(errors === _errs72){
if(typeof data35 == "number"){
if(data35 < 0 || isNaN(data35)){
validate173.errors = [[path+"/PO4","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/PO4","type","number"]];
return false;
}
}
}
if(data.escherichiaColi !== undefined){
let data36 = data.escherichiaColi;
const _errs74 = errors;
if(errors === _errs74){
if(typeof data36 == "number"){
if(data36 < 0 || isNaN(data36)){
validate173.errors = [[path+"/escherichiaColi","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/escherichiaColi","type","number"]];
return false;
}
}
}
if(data.enterococci !== undefined){
let data37 = data.enterococci;
const _errs76 = errors;
if(errors === _errs76){
if(typeof data37 == "number"){
if(data37 < 0 || isNaN(data37)){
validate173.errors = [[path+"/enterococci","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/enterococci","type","number"]];
return false;
}
}
}
if(data.refPointOfInterest !== undefined){
if(!(validate1(data.refPointOfInterest, path+"/refPointOfInterest"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.flow !== undefined){
if(!(typeof data.flow == "number")){
validate173.errors = [[path+"/flow","type","number"]];
return false;
}
}
if(data.alkalinity !== undefined){
let data40 = data.alkalinity;
const _errs81 = errors;
if(errors === _errs81){
if(typeof data40 == "number"){
if(data40 < 0 || isNaN(data40)){
validate173.errors = [[path+"/alkalinity","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/alkalinity","type","number"]];
return false;
}
}
}
if(data.TKN !== undefined){
let data41 = data.TKN;
const _errs83 = errors;
if(errors === _errs83){
if(typeof data41 == "number"){
if(data41 < 0 || isNaN(data41)){
validate173.errors = [[path+"/TKN","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/TKN","type","number"]];
return false;
}
}
}
if(data.NO2 !== undefined){
let data42 = data.NO2;
const _errs85 = errors;
if(errors === _errs85){
if(typeof data42 == "number"){
if(data42 < 0 || isNaN(data42)){
validate173.errors = [[path+"/NO2","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/NO2","type","number"]];
return false;
}
}
}
if(data["N-TOT"] !== undefined){
let data43 = data["N-TOT"];
const _errs87 = errors;
if(errors === _errs87){
if(typeof data43 == "number"){
if(data43 < 0 || isNaN(data43)){
validate173.errors = [[path+"/N-TOT","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/N-TOT","type","number"]];
return false;
}
}
}
if(data["P-TOT"] !== undefined){
let data44 = data["P-TOT"];
const _errs89 = errors;
if(errors === _errs89){
if(typeof data44 == "number"){
if(data44 < 0 || isNaN(data44)){
validate173.errors = [[path+"/P-TOT","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/P-TOT","type","number"]];
return false;
}
}
}
if(data["P-PO4"] !== undefined){
let data45 = data["P-PO4"];
const _errs91 = errors;
if(errors === _errs91){
if(typeof data45 == "number"){
if(data45 < 0 || isNaN(data45)){
validate173.errors = [[path+"/P-PO4","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/P-PO4","type","number"]];
return false;
}
}
}
if(data.Al !== undefined){
let data46 = data.Al;
const _errs93 = errors;
if(errors === _errs93){
if(typeof data46 == "number"){
if(data46 < 0 || isNaN(data46)){
validate173.errors = [[path+"/Al","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Al","type","number"]];
return false;
}
}
}
if(data.As !== undefined){
let data47 = data.As;
const _errs95 = errors;
if(errors === _errs95){
if(typeof data47 == "number"){
if(data47 < 0 || isNaN(data47)){
validate173.errors = [[path+"/As","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/As","type","number"]];
return false;
}
}
}
if(data.B !== undefined){
let data48 = data.B;
const _errs97 = errors;
if(errors === _errs97){
if(typeof data48 == "number"){
if(data48 < 0 || isNaN(data48)){
validate173.errors = [[path+"/B","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/B","type","number"]];
return false;
}
}
}
if(data.Ba !== undefined){
let data49 = data.Ba;
const _errs99 = errors;
if(errors === _errs99){
if(typeof data49 == "number"){
if(data49 < 0 || isNaN(data49)){
validate173.errors = [[path+"/Ba","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Ba","type","number"]];
return false;
}
}
}
if(data.Cd !== undefined){
let data50 = data.Cd;
const _errs101 = errors;
if(errors === _errs101){
if(typeof data50 == "number"){
if(data50 < 0 || isNaN(data50)){
validate173.errors = [[path+"/Cd","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Cd","type","number"]];
return false;
}
}
}
if(data.Cr !== undefined){
let data51 = data.Cr;
const _errs103 = errors;
if(errors === _errs103){
if(typeof data51 == "number"){
if(data51 < 0 || isNaN(data51)){
validate173.errors = [[path+"/Cr","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Cr","type","number"]];
return false;
}
}
}
if(data["Cr-III"] !== undefined){
let data52 = data["Cr-III"];
const _errs105 = errors;
if(errors === _errs105){
if(typeof data52 == "number"){
if(data52 < 0 || isNaN(data52)){
validate173.errors = [[path+"/Cr-III","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Cr-III","type","number"]];
return false;
}
}
}
if(data["Cr-VI"] !== undefined){
let data53 = data["Cr-VI"];
const _errs107 = errors;
if(errors === _errs107){
if(typeof data53 == "number"){
if(data53 < 0 || isNaN(data53)){
validate173.errors = [[path+"/Cr-VI","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Cr-VI","type","number"]];
return false;
}
}
}
if(data.Cu !== undefined){
let data54 = data.Cu;
const _errs109 = errors;
if(errors === _errs109){
if(typeof data54 == "number"){
if(data54 < 0 || isNaN(data54)){
validate173.errors = [[path+"/Cu","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Cu","type","number"]];
return false;
}
}
}
if(data.Fe !== undefined){
let data55 = data.Fe;
const _errs111 = errors;
if(errors === _errs111){
if(typeof data55 == "number"){
if(data55 < 0 || isNaN(data55)){
validate173.errors = [[path+"/Fe","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Fe","type","number"]];
return false;
}
}
}
if(data.fluoride !== undefined){
let data56 = data.fluoride;
const _errs113 = errors;
if(errors === _errs113){
if(typeof data56 == "number"){
if(data56 < 0 || isNaN(data56)){
validate173.errors = [[path+"/fluoride","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/fluoride","type","number"]];
return false;
}
}
}
if(data.Hg !== undefined){
let data57 = data.Hg;
const _errs115 = errors;
if(errors === _errs115){
if(typeof data57 == "number"){
if(data57 < 0 || isNaN(data57)){
validate173.errors = [[path+"/Hg","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Hg","type","number"]];
return false;
}
}
}
if(data.THC !== undefined){
let data58 = data.THC;
const _errs117 = errors;
if(errors === _errs117){
if(typeof data58 == "number"){
if(data58 < 0 || isNaN(data58)){
validate173.errors = [[path+"/THC","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/THC","type","number"]];
return false;
}
}
}
if(data.Ni !== undefined){
let data59 = data.Ni;
const _errs119 = errors;
if(errors === _errs119){
if(typeof data59 == "number"){
if(data59 < 0 || isNaN(data59)){
validate173.errors = [[path+"/Ni","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Ni","type","number"]];
return false;
}
}
}
if(data.TO !== undefined){
let data60 = data.TO;
const _errs121 = errors;
if(errors === _errs121){
if(typeof data60 == "number"){
if(data60 < 0 || isNaN(data60)){
validate173.errors = [[path+"/TO","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/TO","type","number"]];
return false;
}
}
}
if(data.Pb !== undefined){
let data61 = data.Pb;
const _errs123 = errors;
if(errors === _errs123){
if(typeof data61 == "number"){
if(data61 < 0 || isNaN(data61)){
validate173.errors = [[path+"/Pb","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Pb","type","number"]];
return false;
}
}
}
if(data.Se !== undefined){
let data62 = data.Se;
const _errs125 = errors;
if(errors === _errs125){
if(typeof data62 == "number"){
if(data62 < 0 || isNaN(data62)){
validate173.errors = [[path+"/Se","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Se","type","number"]];
return false;
}
}
}
if(data.Sn !== undefined){
let data63 = data.Sn;
const _errs127 = errors;
if(errors === _errs127){
if(typeof data63 == "number"){
if(data63 < 0 || isNaN(data63)){
validate173.errors = [[path+"/Sn","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Sn","type","number"]];
return false;
}
}
}
if(data.sulphate !== undefined){
let data64 = data.sulphate;
const _errs129 = errors;
if(errors === _errs129){
if(typeof data64 == "number"){
if(data64 < 0 || isNaN(data64)){
validate173.errors = [[path+"/sulphate","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/sulphate","type","number"]];
return false;
}
}
}
if(data.sulphite !== undefined){
let data65 = data.sulphite;
const _errs131 = errors;
if(errors === _errs131){
if(typeof data65 == "number"){
if(data65 < 0 || isNaN(data65)){
validate173.errors = [[path+"/sulphite","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/sulphite","type","number"]];
return false;
}
}
}
if(data["anionic-surfactants"] !== undefined){
let data66 = data["anionic-surfactants"];
const _errs133 = errors;
if(errors === _errs133){
if(typeof data66 == "number"){
if(data66 < 0 || isNaN(data66)){
validate173.errors = [[path+"/anionic-surfactants","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/anionic-surfactants","type","number"]];
return false;
}
}
}
if(data["cationic-surfactants"] !== undefined){
let data67 = data["cationic-surfactants"];
const _errs135 = errors;
if(errors === _errs135){
if(typeof data67 == "number"){
if(data67 < 0 || isNaN(data67)){
validate173.errors = [[path+"/cationic-surfactants","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/cationic-surfactants","type","number"]];
return false;
}
}
}
if(data["non-ionic-surfactants"] !== undefined){
let data68 = data["non-ionic-surfactants"];
const _errs137 = errors;
if(errors === _errs137){
if(typeof data68 == "number"){
if(data68 < 0 || isNaN(data68)){
validate173.errors = [[path+"/non-ionic-surfactants","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/non-ionic-surfactants","type","number"]];
return false;
}
}
}
if(data["total-surfactants"] !== undefined){
let data69 = data["total-surfactants"];
const _errs139 = errors;
if(errors === _errs139){
if(typeof data69 == "number"){
if(data69 < 0 || isNaN(data69)){
validate173.errors = [[path+"/total-surfactants","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/total-surfactants","type","number"]];
return false;
}
}
}
if(data.Zn !== undefined){
let data70 = data.Zn;
const _errs141 = errors;
if(errors === _errs141){
if(typeof data70 == "number"){
if(data70 < 0 || isNaN(data70)){
validate173.errors = [[path+"/Zn","minimum",0]];
return false;
}
}
else {
validate173.errors = [[path+"/Zn","type","number"]];
return false;
}
}
}
if(data.componentAnalyzed !== undefined){
if(typeof data.componentAnalyzed !== "string"){
validate173.errors = [[path+"/componentAnalyzed","type","string"]];
return false;
}
}
if(data.componentName !== undefined){
if(typeof data.componentName !== "string"){
validate173.errors = [[path+"/componentName","type","string"]];
return false;
}
}
if(data.concentration !== undefined){
if(!(typeof data.concentration == "number")){
validate173.errors = [[path+"/concentration","type","number"]];
return false;
}
}
}
validate173.errors = vErrors;
return errors === 0;
}
export const weatherObserved: ValuesCheck = validate177;
function validate181(data, path){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.instValue !== undefined){
if(!(typeof data.instValue == "number")){
validate181.errors = [[path+"/instValue","type","number"]];
return false;
}
}
if(data.minOverTime !== undefined){
if(!(typeof data.minOverTime == "number")){
validate181.errors = [[path+"/minOverTime","type","number"]];
return false;
}
}
if(data.maxOverTime !== undefined){
if(!(typeof data.maxOverTime == "number")){
validate181.errors = [[path+"/maxOverTime","type","number"]];
return false;
}
}
if(data.averageValue !== undefined){
if(!(typeof data.averageValue == "number")){
validate181.errors = [[path+"/averageValue","type","number"]];
return false;
}
}
}
else {
validate181.errors = [[path,"type","object"]];
return false;
}
}
validate181.errors = vErrors;
return errors === 0;
}
function validate177(data, path){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.dateCreated !== undefined){
let data0 = data.dateCreated;
const _errs0 = errors;
if(errors === _errs0){
if(errors === _errs0){
if(typeof data0 === "string"){
if(!(formats0.validate(data0))){
validate177.errors = [[path+"/dateCreated","format","date-time"]];
return false;
}
}
else {
validate177.errors = [[path+"/dateCreated","type","string"]];
return false;
}
}
}
}
if(data.dateModified !== undefined){
let data1 = data.dateModified;
const _errs2 = errors;
if(errors === _errs2){
if(errors === _errs2){
if(typeof data1 === "string"){
if(!(formats0.validate(data1))){
validate177.errors = [[path+"/dateModified","format","date-time"]];
return false;
}
}
else {
validate177.errors = [[path+"/dateModified","type","string"]];
return false;
}
}
}
}
if(data.source !== undefined){
if(typeof data.source !== "string"){
validate177.errors = [[path+"/source","type","string"]];
return false;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
validate177.errors = [[path+"/name","type","string"]];
return false;
}
}
if(data.alternateName !== undefined){
if(typeof data.alternateName !== "string"){
validate177.errors = [[path+"/alternateName","type","string"]];
return false;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
validate177.errors = [[path+"/description","type","string"]];
return false;
}
}
if(data.dataProvider !== undefined){
if(typeof data.dataProvider !== "string"){
validate177.errors = [[path+"/dataProvider","type","string"]];
return false;
}
}
if(data.owner !== undefined){
let data7 = data.owner;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(!(validate1(data7[i0], path+"/owner/" + i0))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs16 === errors;
if(!valid1){
break;
}
}
}
else {
validate177.errors = [[path+"/owner","type","array"]];
return false;
}
}
}
if(data.seeAlso !== undefined){
let data9 = data.seeAlso;
const _errs18 = errors;
let valid2 = false;
let passing0 = null;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
if(data9.length < 1){
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
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data10 === "string"){
if(!(formats4(data10))){
const err1 = [path+"/seeAlso/" + i1,"format","uri"];
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
const err2 = [path+"/seeAlso/" + i1,"type","string"];
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
var valid3 = _errs21 === errors;
if(!valid3){
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
var _valid0 = _errs19 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!(formats4(data9))){
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
var _valid0 = _errs23 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err6 = [path+"/seeAlso","oneOf"];
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate177.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
if(data.address !== undefined){
if(!(validate3(data.address, path+"/address"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
if(data.areaServed !== undefined){
if(typeof data.areaServed !== "string"){
validate177.errors = [[path+"/areaServed","type","string"]];
return false;
}
}
if(data.weatherType !== undefined){
if(typeof data.weatherType !== "string"){
validate177.errors = [[path+"/weatherType","type","string"]];
return false;
}
}
if(data.visibility !== undefined){
let data14 = data.visibility;
const _errs31 = errors;
let valid4 = false;
const _errs32 = errors;
if(typeof data14 !== "string"){
const err7 = [path+"/visibility","type","string"];
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((((((data14 === "veryPoor") || (data14 === "poor")) || (data14 === "moderate")) || (data14 === "good")) || (data14 === "veryGood")) || (data14 === "excellent"))){
const err8 = [path+"/visibility","enum",["veryPoor","poor","moderate","good","veryGood","excellent"]];
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid1 = _errs32 === errors;
valid4 = valid4 || _valid1;
if(!valid4){
const _errs34 = errors;
if(errors === _errs34){
if(typeof data14 == "number"){
if(data14 < 0 || isNaN(data14)){
const err9 = [path+"/visibility","minimum",0];
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = [path+"/visibility","type","number"];
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid1 = _errs34 === errors;
valid4 = valid4 || _valid1;
}
if(!valid4){
const err11 = [path+"/visibility","anyOf"];
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate177.errors = vErrors;
return false;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
}
if(data.windDirection !== undefined){
let data15 = data.windDirection;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data15 == "number"){
if(data15 > 360 || isNaN(data15)){
validate177.errors = [[path+"/windDirection","maximum",360]];
return false;
}
else {
if(data15 < 0 || isNaN(data15)){
validate177.errors = [[path+"/windDirection","minimum",0]];
return false;
}
}
}
else {
validate177.errors = [[path+"/windDirection","type","number"]];
return false;
}
}
}
if(data.windSpeed !== undefined){
let data16 = data.windSpeed;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
validate177.errors = [[path+"/windSpeed","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/windSpeed","type","number"]];
return false;
}
}
}
if(data.gustSpeed !== undefined){
if(!(typeof data.gustSpeed == "number")){
validate177.errors = [[path+"/gustSpeed","type","number"]];
return false;
}
}
if(data.refPointOfInterest !== undefined){
if(typeof data.refPointOfInterest !== "string"){
validate177.errors = [[path+"/refPointOfInterest","type","string"]];
return false;
}
}
if(data.atmosphericPressure !== undefined){
let data19 = data.atmosphericPressure;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
validate177.errors = [[path+"/atmosphericPressure","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/atmosphericPressure","type","number"]];
return false;
}
}
}
if(data.illuminance !== undefined){
let data20 = data.illuminance;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate177.errors = [[path+"/illuminance","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/illuminance","type","number"]];
return false;
}
}
}
if(data.temperature !== undefined){
if(!(typeof data.temperature == "number")){
validate177.errors = [[path+"/temperature","type","number"]];
return false;
}
}
if(data.feelsLikeTemperature !== undefined){
if(!(typeof data.feelsLikeTemperature == "number")){
validate177.errors = [[path+"/feelsLikeTemperature","type","number"]];
return false;
}
}
if(data.relativeHumidity !== undefined){
let data23 = data.relativeHumidity;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data23 == "number"){
if(data23 > 1 || isNaN(data23)){
validate177.errors = [[path+"/relativeHumidity","maximum",1]];
return false;
}
else {
if(data23 < 0 || isNaN(data23)){
validate177.errors = [[path+"/relativeHumidity","minimum",0]];
return false;
}
}
}
else {
validate177.errors = [[path+"/relativeHumidity","type","number"]];
return false;
}
}
}
if(data.dateObserved !== undefined){
let data24 = data.dateObserved;
const _errs54 = errors;
if(errors === _errs54){
if(errors === _errs54){
if(typeof data24 === "string"){
if(!(formats0.validate(data24))){
validate177.errors = [[path+"/dateObserved","format","date-time"]];
return false;
}
}
else {
validate177.errors = [[path+"/dateObserved","type","string"]];
return false;
}
}
}
}
if(data.precipitation !== undefined){
let data25 = data.precipitation;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data25 == "number"){
if(data25 < 0 || isNaN(data25)){
validate177.errors = [[path+"/precipitation","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/precipitation","type","number"]];
return false;
}
}
}
if(data.solarRadiation !== undefined){
let data26 = data.solarRadiation;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data26 == "number"){
if(data26 < 0 || isNaN(data26)){
validate177.errors = [[path+"/solarRadiation","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/solarRadiation","type","number"]];
return false;
}
}
}
if(data.directIrradiation !== undefined){
let data27 = data.directIrradiation;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data27 == "number"){
if(data27 < 0 || isNaN(data27)){
validate177.errors = [[path+"/directIrradiation","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/directIrradiation","type","number"]];
return false;
}
}
}
if(data.diffuseIrradiation !== undefined){
let data28 = data.diffuseIrradiation;
const _errs62 = errors;
if(errors === _errs62){
if(typeof data28 == "number"){
if(data28 < 0 || isNaN(data28)){
validate177.errors = [[path+"/diffuseIrradiation","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/diffuseIrradiation","type","number"]];
return false;
}
}
}
if(data.pressureTendency !== undefined){
let data29 = data.pressureTendency;
const _errs65 = errors;
let valid5 = false;
let passing1 = null;
const _errs66 = errors;
if(typeof data29 !== "string"){
const err12 = [path+"/pressureTendency","type","string"];
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((data29 === "falling") || (data29 === "raising")) || (data29 === "steady"))){
const err13 = [path+"/pressureTendency","enum",["falling","raising","steady"]];
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid2 = _errs66 === errors;
if(_valid2){
valid5 = true;
passing1 = 0;
}
const _errs68 = errors;
if(!(typeof data29 == "number")){
const err14 = [path+"/pressureTendency","type","number"];
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid2 = _errs68 === errors;
if(_valid2 && valid5){
valid5 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid5 = true;
passing1 = 1;
}
}
if(!valid5){
const err15 = [path+"/pressureTendency","oneOf"];
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
validate177.errors = vErrors;
return false;
}
else {
errors = _errs65;
if(vErrors !== null){
if(_errs65){
vErrors.length = _errs65;
}
else {
vErrors = null;
}
}
}
}
if(data.dewPoint !== undefined){
if(!(typeof data.dewPoint == "number")){
validate177.errors = [[path+"/dewPoint","type","number"]];
return false;
}
}
if(data.refDevice !== undefined){
if(!(validate1(data.refDevice, path+"/refDevice"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
if(data.streamGauge !== undefined){
let data32 = data.streamGauge;
const _errs73 = errors;
if(errors === _errs73){
if(typeof data32 == "number"){
if(data32 < 0 || isNaN(data32)){
validate177.errors = [[path+"/streamGauge","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/streamGauge","type","number"]];
return false;
}
}
}
if(data.snowHeight !== undefined){
let data33 = data.snowHeight;
const _errs75 = errors;
if(errors === _errs75){
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
validate177.errors = [[path+"/snowHeight","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/snowHeight","type","number"]];
return false;
}
}
}
if(data.uVIndexMax !== undefined){
let data34 = data.uVIndexMax;
const _errs77 = errors;
if(errors === _errs77){
if(typeof data34 == "number"){
if(data34 < 0 || isNaN(data34)){
validate177.errors = [[path+"/uVIndexMax","minimum",0]];
return false;
}
}
else {
validate177.errors = [[path+"/uVIndexMax","type","number"]];
return false;
}
}
}
if(data.aqiMajorPollutant !== undefined){
if(typeof data.aqiMajorPollutant !== "string"){
validate177.errors = [[path+"/aqiMajorPollutant","type","string"]];
return false;
}
}
if(data.aqiMajorPollutantForecast !== undefined){
if(typeof data.aqiMajorPollutantForecast !== "string"){
validate177.errors = [[path+"/aqiMajorPollutantForecast","type","string"]];
return false;
}
}
if(data.airTemperatureForecast !== undefined){
if(!(typeof data.airTemperatureForecast == "number")){
validate177.errors = [[path+"/airTemperatureForecast","type","number"]];
return false;
}
}
if(data.precipitationForecast !== undefined){
if(!(typeof data.precipitationForecast == "number")){
validate177.errors = [[path+"/precipitationForecast","type","number"]];
return false;
}
}
if(data.airQualityIndex !== undefined){
if(!(typeof data.airQualityIndex == "number")){
validate177.errors = [[path+"/airQualityIndex","type","number"]];
return false;
}
}
if(data.relativeHumidityForecast !== undefined){
if(!(typeof data.relativeHumidityForecast == "number")){
validate177.errors = [[path+"/relativeHumidityForecast","type","number"]];
return false;
}
}
if(data.airQualityIndexForecast !== undefined){
if(!(typeof data.airQualityIndexForecast == "number")){
validate177.errors = [[path+"/airQualityIndexForecast","type","number"]];
return false;
}
}
if(data.airTemperatureTSA !== undefined){
if(!(validate181(data.airTemperatureTSA, path+"/airTemperatureTSA"))){
vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors);
errors = vErrors.length;
}
}
}
validate177.errors = vErrors;
return errors === 0;
}
