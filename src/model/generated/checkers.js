// Generated from schema/ by scripts/generate.mjs; do not edit.
var pe=Object.defineProperty;var ze=Object.getOwnPropertyDescriptor;var _e=Object.getOwnPropertyNames;var Ne=Object.prototype.hasOwnProperty;var Oe=(l,s,w)=>()=>{if(w)throw w[0];try{return l&&(s=l(l=0)),s}catch(j){throw w=[j],j}};var ne=(l,s)=>()=>{try{return s||l((s={exports:{}}).exports,s),s.exports}catch(w){throw s=0,w}},De=(l,s)=>{for(var w in s)pe(l,w,{get:s[w],enumerable:!0})},
Ee=(l,s,w,j)=>{if(s&&typeof s=="object"||typeof s=="function")for(let L of _e(s))!Ne.call(l,L)&&L!==w&&pe(l,L,{get:()=>s[L],enumerable:!(j=ze(
s,L))||j.enumerable});return l};var Pe=l=>Ee(pe({},"__esModule",{value:!0}),l);var me={};De(me,{endOfDay:()=>Me,formats:()=>Se,instantFrom:()=>Ve,instantOf:()=>le,instantOfSeconds:()=>Ze,isCompactInstant:()=>Ce,isDay:()=>we,
isInstant:()=>ke});function ke(l){return Fe.test(l)&&oe(l,0,5,8)&&xe(l,11,14,17)}function we(l){return Re.test(l)&&oe(l,0,5,8)}function le(l){
return`${l.toISOString().slice(0,19)}Z`}function Ze(l){return le(new Date(l*1e3))}function Ve(l){if(typeof l!="string"||!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.
test(l))return;let s=/(?:Z|[+-]\d{2}:?\d{2})$/.test(l)?l:`${l}Z`,w=new Date(s.replace(" ","T"));return Number.isNaN(w.getTime())?void 0:le(w)}
function Me(l){return Date.parse(`${l}T00:00:00Z`)+864e5}function Ce(l){return oe(l,0,4,6)&&xe(l,9,11,13)}function oe(l,s,w,j){let L=E(l,s)*
100+E(l,s+2),v=E(l,w),e=E(l,j),a=v===2&&L%4===0&&(L%100!==0||L%400===0)?1:0;return e>=1&&e<=(Te[v-1]??-1)+a}function xe(l,s,w,j){return E(l,
s)<24&&E(l,w)<60&&E(l,j)<60}function E(l,s){return(l.charCodeAt(s)-48)*10+l.charCodeAt(s+1)-48}var Fe,Re,Te,Se,ce=Oe(()=>{"use strict";Fe=/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
Re=/^\d{4}-\d{2}-\d{2}$/;Te=[31,28,31,30,31,30,31,31,30,31,30,31];Se={instant:ke,day:we}});var Le=ne(he=>{"use strict";Object.defineProperty(he,"__esModule",{value:!0});function be(l){let s=l.length,w=0,j=0,L;for(;j<s;)w++,L=l.charCodeAt(
j++),L>=55296&&L<=56319&&j<s&&(L=l.charCodeAt(j),(L&64512)===56320&&j++);return w}he.default=be;be.code='require("ajv/dist/runtime/ucs2lengt\
h").default'});var Ie=ne((gt,je)=>{"use strict";je.exports=function l(s,w){if(s===w)return!0;if(s&&w&&typeof s=="object"&&typeof w=="object"){if(s.constructor!==
w.constructor)return!1;var j,L,v;if(Array.isArray(s)){if(j=s.length,j!=w.length)return!1;for(L=j;L--!==0;)if(!l(s[L],w[L]))return!1;return!0}
if(s.constructor===RegExp)return s.source===w.source&&s.flags===w.flags;if(s.valueOf!==Object.prototype.valueOf)return s.valueOf()===w.valueOf();
if(s.toString!==Object.prototype.toString)return s.toString()===w.toString();if(v=Object.keys(s),j=v.length,j!==Object.keys(w).length)return!1;
for(L=j;L--!==0;)if(!Object.prototype.hasOwnProperty.call(w,v[L]))return!1;for(L=j;L--!==0;){var e=v[L];if(!l(s[e],w[e]))return!1}return!0}return s!==
s&&w!==w}});var ve=ne(ue=>{"use strict";Object.defineProperty(ue,"__esModule",{value:!0});var Ae=Ie();Ae.code='require("ajv/dist/runtime/equal").default';
ue.default=Ae});var Be=B;var c=Object.prototype.hasOwnProperty,z=new RegExp("^x-","u"),T=(ce(),Pe(me)).formats.instant;function B(l,{instancePath:s="",parentData:w,parentDataProperty:j,
rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=B.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l==
"object"&&!Array.isArray(l)){if(l.created===void 0||!c.call(l,"created")){let t={instancePath:s,schemaPath:"#/required",keyword:"required",params:{
missingProperty:"created"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="created"||z.test(t))){let p={instancePath:s,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.created!==void 0&&c.
call(l,"created")){let t=l.created;if(typeof t=="string"){if(!T(t)){let p={instancePath:s+"/created",schemaPath:"#/properties/created/format",
keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/created",schemaPath:"#/properties/cre\
ated/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"typ\
e",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return B.errors=e,a===0}B.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Ge=G,
N={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/board.schema.json",type:"object",properties:{title:{
type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-\
z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},owner:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},archived:{
type:["boolean","null"]},lanes:{type:["array","null"],items:{type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"\
^[^\\n]*$"},list:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},query:{type:["string","null"],minLength:1,maxLength:1e3},
items:{type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},limit:{type:["integer","null"],minimum:1,
maximum:1e3},set:{type:["object","null"],additionalProperties:{type:["string","integer","boolean","null"]},maxProperties:20}},required:["tit\
le"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1},f=Le().
default,R=ve().default,I=new RegExp("^[^\\n]*$","u"),O=new RegExp("^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$","u"),q=new RegExp("^[a-z0-9][a-z0-9._-]\
*$","u");function G(l,{instancePath:s="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=G.evaluated;
if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!c.call(
l,"title")){let t={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}
for(let t of Object.keys(l))if(!(t==="title"||t==="aliases"||t==="owner"||t==="archived"||t==="lanes"||z.test(t))){let p={instancePath:s,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&c.call(
l,"title")){let t=l.title;if(typeof t=="string"){if(f(t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/maxLength",keyword:"\
maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/properties/title/minLeng\
th",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"#/propertie\
s/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/title",schemaPath:"\
#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.
aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:N.
properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/\
properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];
if(typeof n=="string"){if(f(n)>200){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",
params:{limit:200}};e===null?e=[i]:e.push(i),a++}if(!O.test(n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/p\
attern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/al\
iases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;
if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"\
#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.owner!==void 0&&
c.call(l,"owner")){let t=l.owner;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/owner",schemaPath:"#/properties/owner/type",keyword:"\
type",params:{type:N.properties.owner.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/owner",
schemaPath:"#/properties/owner/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+
"/owner",schemaPath:"#/properties/owner/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}
if(l.archived!==void 0&&c.call(l,"archived")){let t=l.archived;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/archived",schemaPath:"\
#/properties/archived/type",keyword:"type",params:{type:N.properties.archived.type}};e===null?e=[p]:e.push(p),a++}}if(l.lanes!==void 0&&c.call(
l,"lanes")){let t=l.lanes;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/lanes",schemaPath:"#/properties/lanes/type",keyword:"type",
params:{type:N.properties.lanes.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/lanes",schemaPath:"\
#/properties/lanes/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];
if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.title===void 0||!c.call(n,"title")){let i={instancePath:s+"/lanes/"+r,schemaPath:"#/proper\
ties/lanes/items/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.keys(n))if(!(i===
"title"||i==="list"||i==="query"||i==="items"||i==="limit"||i==="set")){let o={instancePath:s+"/lanes/"+r,schemaPath:"#/properties/lanes/ite\
ms/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i}};e===null?e=[o]:e.push(o),a++}if(n.title!==void 0&&c.call(
n,"title")){let i=n.title;if(typeof i=="string"){if(f(i)>300){let o={instancePath:s+"/lanes/"+r+"/title",schemaPath:"#/properties/lanes/item\
s/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/lanes/"+
r+"/title",schemaPath:"#/properties/lanes/items/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}
if(!I.test(i)){let o={instancePath:s+"/lanes/"+r+"/title",schemaPath:"#/properties/lanes/items/properties/title/pattern",keyword:"pattern",params:{
pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:s+"/lanes/"+r+"/title",schemaPath:"#/properties/lanes/items/pro\
perties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.list!==void 0&&c.call(n,"list")){let i=n.list;
if(typeof i!="string"&&i!==null){let o={instancePath:s+"/lanes/"+r+"/list",schemaPath:"#/properties/lanes/items/properties/list/type",keyword:"\
type",params:{type:N.properties.lanes.items.properties.list.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>100){let o={instancePath:s+
"/lanes/"+r+"/list",schemaPath:"#/properties/lanes/items/properties/list/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.
push(o),a++}if(!q.test(i)){let o={instancePath:s+"/lanes/"+r+"/list",schemaPath:"#/properties/lanes/items/properties/list/pattern",keyword:"\
pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[o]:e.push(o),a++}}}if(n.query!==void 0&&c.call(n,"query")){let i=n.query;if(typeof i!=
"string"&&i!==null){let o={instancePath:s+"/lanes/"+r+"/query",schemaPath:"#/properties/lanes/items/properties/query/type",keyword:"type",params:{
type:N.properties.lanes.items.properties.query.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>1e3){let o={instancePath:s+
"/lanes/"+r+"/query",schemaPath:"#/properties/lanes/items/properties/query/maxLength",keyword:"maxLength",params:{limit:1e3}};e===null?e=[o]:
e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/lanes/"+r+"/query",schemaPath:"#/properties/lanes/items/properties/query/minLength",keyword:"\
minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}}}if(n.items!==void 0&&c.call(n,"items")){let i=n.items;if(!Array.isArray(i)&&i!==
null){let o={instancePath:s+"/lanes/"+r+"/items",schemaPath:"#/properties/lanes/items/properties/items/type",keyword:"type",params:{type:N.properties.
lanes.items.properties.items.type}};e===null?e=[o]:e.push(o),a++}if(Array.isArray(i)){if(i.length>1e3){let k={instancePath:s+"/lanes/"+r+"/i\
tems",schemaPath:"#/properties/lanes/items/properties/items/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[k]:e.push(k),a++}let o=i.
length;for(let k=0;k<o;k++){let y=i[k];if(!(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y))){let g={instancePath:s+"/lanes/"+r+"/items/"+
k,schemaPath:"#/properties/lanes/items/properties/items/items/type",keyword:"type",params:{type:"integer"}};e===null?e=[g]:e.push(g),a++}if(typeof y==
"number"&&isFinite(y)){if(y>99999999||isNaN(y)){let g={instancePath:s+"/lanes/"+r+"/items/"+k,schemaPath:"#/properties/lanes/items/propertie\
s/items/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[g]:e.push(g),a++}if(y<1||isNaN(y)){let g={instancePath:s+
"/lanes/"+r+"/items/"+k,schemaPath:"#/properties/lanes/items/properties/items/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};
e===null?e=[g]:e.push(g),a++}}}let u=i.length,d;if(u>1){let k={};for(;u--;){let y=i[u];if(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y)){
if(typeof k[y]=="number"){d=k[y];let g={instancePath:s+"/lanes/"+r+"/items",schemaPath:"#/properties/lanes/items/properties/items/uniqueItem\
s",keyword:"uniqueItems",params:{i:u,j:d}};e===null?e=[g]:e.push(g),a++;break}k[y]=u}}}}}if(n.limit!==void 0&&c.call(n,"limit")){let i=n.limit;
if(!(typeof i=="number"&&!(i%1)&&!isNaN(i)&&isFinite(i))&&i!==null){let o={instancePath:s+"/lanes/"+r+"/limit",schemaPath:"#/properties/lane\
s/items/properties/limit/type",keyword:"type",params:{type:N.properties.lanes.items.properties.limit.type}};e===null?e=[o]:e.push(o),a++}if(typeof i==
"number"&&isFinite(i)){if(i>1e3||isNaN(i)){let o={instancePath:s+"/lanes/"+r+"/limit",schemaPath:"#/properties/lanes/items/properties/limit/\
maximum",keyword:"maximum",params:{comparison:"<=",limit:1e3}};e===null?e=[o]:e.push(o),a++}if(i<1||isNaN(i)){let o={instancePath:s+"/lanes/"+
r+"/limit",schemaPath:"#/properties/lanes/items/properties/limit/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[o]:
e.push(o),a++}}}if(n.set!==void 0&&c.call(n,"set")){let i=n.set;if(!(i&&typeof i=="object"&&!Array.isArray(i))&&i!==null){let o={instancePath:s+
"/lanes/"+r+"/set",schemaPath:"#/properties/lanes/items/properties/set/type",keyword:"type",params:{type:N.properties.lanes.items.properties.
set.type}};e===null?e=[o]:e.push(o),a++}if(i&&typeof i=="object"&&!Array.isArray(i)){if(Object.keys(i).length>20){let o={instancePath:s+"/la\
nes/"+r+"/set",schemaPath:"#/properties/lanes/items/properties/set/maxProperties",keyword:"maxProperties",params:{limit:20}};e===null?e=[o]:
e.push(o),a++}for(let o of Object.keys(i)){let u=i[o];if(typeof u!="string"&&!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(u))&&typeof u!=
"boolean"&&u!==null){let d={instancePath:s+"/lanes/"+r+"/set/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/lanes/items\
/properties/set/additionalProperties/type",keyword:"type",params:{type:N.properties.lanes.items.properties.set.additionalProperties.type}};e===
null?e=[d]:e.push(d),a++}}}}}else{let i={instancePath:s+"/lanes/"+r,schemaPath:"#/properties/lanes/items/type",keyword:"type",params:{type:"\
object"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){e:for(;h--;)for(m=h;m--;)if(R(t[h],t[m])){let r={instancePath:s+"/lanes",schemaPath:"\
#/properties/lanes/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}}else{let t={instancePath:s,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return G.errors=e,a===0}G.evaluated={props:!0,dynamicProps:!1,
dynamicItems:!1};var He=H,D={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/comment.schema.json",
type:"object",properties:{author:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},in_reply_to:{type:["string","null"],pattern:"\
^[0-9]{8}T[0-9]{6}Z-[a-z0-9]{4}$"},attachments:{type:["array","null"],items:{type:"object",properties:{file:{type:"string",minLength:1,maxLength:120,
pattern:"^[^/\\\\]+$"},title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},branch:{type:["string","null"],maxLength:100,
minLength:1,pattern:"^[^\\s]+$"},patch:{type:["boolean","null"]}},required:["file"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},hidden:{
type:["boolean","null"]},disclose:{type:["boolean","null"]},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z\
][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},required:["author"],patternProperties:{"^x-":{}},additionalProperties:!1},Je=new RegExp(
"^[0-9]{8}T[0-9]{6}Z-[a-z0-9]{4}$","u"),$e=new RegExp("^[^/\\\\]+$","u"),S=new RegExp("^[^\\s]+$","u");function H(l,{instancePath:s="",parentData:w,
parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=H.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&
(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.author===void 0||!c.call(l,"author")){let t={instancePath:s,schemaPath:"#/re\
quired",keyword:"required",params:{missingProperty:"author"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="author"||t===
"in_reply_to"||t==="attachments"||t==="hidden"||t==="disclose"||t==="aliases"||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.author!==void 0&&c.call(l,"author")){
let t=l.author;if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/author",schemaPath:"#/properties/author/maxLength",keyword:"maxLe\
ngth",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+"/author",schemaPath:"#/properties/author/patter\
n",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/author",schemaPath:"\
#/properties/author/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.in_reply_to!==void 0&&c.call(l,"in_reply\
_to")){let t=l.in_reply_to;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/in_reply_to",schemaPath:"#/properties/in_reply_to/type",
keyword:"type",params:{type:D.properties.in_reply_to.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!Je.test(t)){let p={instancePath:s+
"/in_reply_to",schemaPath:"#/properties/in_reply_to/pattern",keyword:"pattern",params:{pattern:"^[0-9]{8}T[0-9]{6}Z-[a-z0-9]{4}$"}};e===null?
e=[p]:e.push(p),a++}}if(l.attachments!==void 0&&c.call(l,"attachments")){let t=l.attachments;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+
"/attachments",schemaPath:"#/properties/attachments/type",keyword:"type",params:{type:D.properties.attachments.type}};e===null?e=[p]:e.push(
p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/attachments",schemaPath:"#/properties/attachments/maxItems",keyword:"ma\
xItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(
n)){if(n.file===void 0||!c.call(n,"file")){let i={instancePath:s+"/attachments/"+r,schemaPath:"#/properties/attachments/items/required",keyword:"\
required",params:{missingProperty:"file"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.keys(n))if(!(i==="file"||i==="title"||i==="branc\
h"||i==="patch")){let o={instancePath:s+"/attachments/"+r,schemaPath:"#/properties/attachments/items/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:i}};e===null?e=[o]:e.push(o),a++}if(n.file!==void 0&&c.call(n,"file")){let i=n.file;if(typeof i=="s\
tring"){if(f(i)>120){let o={instancePath:s+"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/file/maxLength",keyword:"\
maxLength",params:{limit:120}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/attachments/"+r+"/file",schemaPath:"#/propert\
ies/attachments/items/properties/file/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!$e.test(i)){let o={instancePath:s+
"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/file/pattern",keyword:"pattern",params:{pattern:"^[^/\\\\]+$"}};
e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:s+"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/fil\
e/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.title!==void 0&&c.call(n,"title")){let i=n.title;if(typeof i!=
"string"&&i!==null){let o={instancePath:s+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/title/type",keyword:"\
type",params:{type:D.properties.attachments.items.properties.title.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>300){let o={
instancePath:s+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/title/maxLength",keyword:"maxLength",params:{
limit:300}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/it\
ems/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(i)){let o={instancePath:s+"/at\
tachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};
e===null?e=[o]:e.push(o),a++}}}if(n.branch!==void 0&&c.call(n,"branch")){let i=n.branch;if(typeof i!="string"&&i!==null){let o={instancePath:s+
"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/properties/branch/type",keyword:"type",params:{type:D.properties.attachments.
items.properties.branch.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>100){let o={instancePath:s+"/attachments/"+r+"/br\
anch",schemaPath:"#/properties/attachments/items/properties/branch/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(
o),a++}if(f(i)<1){let o={instancePath:s+"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/properties/branch/minLength",
keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!S.test(i)){let o={instancePath:s+"/attachments/"+r+"/branch",schemaPath:"\
#/properties/attachments/items/properties/branch/pattern",keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[o]:e.push(o),a++}}}if(n.
patch!==void 0&&c.call(n,"patch")){let i=n.patch;if(typeof i!="boolean"&&i!==null){let o={instancePath:s+"/attachments/"+r+"/patch",schemaPath:"\
#/properties/attachments/items/properties/patch/type",keyword:"type",params:{type:D.properties.attachments.items.properties.patch.type}};e===
null?e=[o]:e.push(o),a++}}}else{let i={instancePath:s+"/attachments/"+r,schemaPath:"#/properties/attachments/items/type",keyword:"type",params:{
type:"object"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){e:for(;h--;)for(m=h;m--;)if(R(t[h],t[m])){let r={instancePath:s+"/att\
achments",schemaPath:"#/properties/attachments/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}
if(l.hidden!==void 0&&c.call(l,"hidden")){let t=l.hidden;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/hidden",schemaPath:"#/pro\
perties/hidden/type",keyword:"type",params:{type:D.properties.hidden.type}};e===null?e=[p]:e.push(p),a++}}if(l.disclose!==void 0&&c.call(l,"\
disclose")){let t=l.disclose;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/disclose",schemaPath:"#/properties/disclose/type",keyword:"\
type",params:{type:D.properties.disclose.type}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.aliases;if(!Array.
isArray(t)&&t!==null){let p={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:D.properties.aliases.
type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/\
maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="s\
tring"){if(f(n)>200){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};
e===null?e=[i]:e.push(i),a++}if(!O.test(n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pat\
tern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/aliases/"+r,schemaPath:"\
#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){
let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/uniqueI\
tems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}}else{let t={instancePath:s,schemaPath:"#/type",
keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return H.errors=e,a===0}H.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
var Ke=J,fe={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/group.schema.json",type:"object",properties:{
title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"\
^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"\
^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},uniqueItems:!0,maxItems:1e3},archived:{type:["boolean","null"]}},required:["title"],patternProperties:{
"^x-":{}},additionalProperties:!1},se=new RegExp("^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$","u");function J(l,{instancePath:s="",parentData:w,
parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=J.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&
(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!c.call(l,"title")){let t={instancePath:s,schemaPath:"#/requ\
ired",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||t==="a\
liases"||t==="projects"||t==="archived"||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&c.call(l,"title")){let t=l.title;if(typeof t=="string"){if(f(
t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(
p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=
[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern:"^\
[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:"\
string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+
"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:fe.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>200){let i={instancePath:s+"/alia\
ses/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[i]:e.push(i),a++}if(!O.test(n)){
let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s\
:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"t\
ype",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]==
"number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===
null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.projects!==void 0&&c.call(l,"projects")){let t=l.projects;if(!Array.isArray(t)&&t!==null){let p={
instancePath:s+"/projects",schemaPath:"#/properties/projects/type",keyword:"type",params:{type:fe.properties.projects.type}};e===null?e=[p]:
e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/projects",schemaPath:"#/properties/projects/maxItems",keyword:"m\
axItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>150){
let i={instancePath:s+"/projects/"+r,schemaPath:"#/properties/projects/items/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[
i]:e.push(i),a++}if(!se.test(n)){let i={instancePath:s+"/projects/"+r,schemaPath:"#/properties/projects/items/pattern",keyword:"pattern",params:{
pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/projects/"+r,schemaPath:"\
#/properties/projects/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){
let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/projects",schemaPath:"#/properties/projects/uniqu\
eItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.archived!==void 0&&c.call(l,"archived")){
let t=l.archived;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",
params:{type:fe.properties.archived.type}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{
type:"object"}};e===null?e=[t]:e.push(t),a++}return J.errors=e,a===0}J.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Qe=K,Z={$schema:"\
https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/list.schema.json",type:"object",properties:{title:{type:"s\
tring",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0\
-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},query:{type:["string","null"],minLength:1,maxLength:1e3},owner:{type:["string","null"],
maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},sort:{type:["string","null"],maxLength:40,pattern:"^[a-z_]+(-asc|-desc)?$"},archived:{type:[
"boolean","null"]},items:{type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3}},required:["t\
itle"],patternProperties:{"^x-":{}},additionalProperties:!1},Ue=new RegExp("^[a-z_]+(-asc|-desc)?$","u");function K(l,{instancePath:s="",parentData:w,
parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=K.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&
(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!c.call(l,"title")){let t={instancePath:s,schemaPath:"#/requ\
ired",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||t==="a\
liases"||t==="query"||t==="owner"||t==="sort"||t==="archived"||t==="items"||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalProper\
ties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&c.call(l,"title")){let t=l.
title;if(typeof t=="string"){if(f(t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{
limit:300}};e===null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLen\
gth",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"#/properties/title/pattern",keyword:"\
pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/title",schemaPath:"#/properties/title/type",
keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(
t)&&t!==null){let p={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:Z.properties.aliases.type}};
e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/maxItem\
s",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){
if(f(n)>200){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===
null?e=[i]:e.push(i),a++}if(!O.test(n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",
params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/aliases/"+r,schemaPath:"#/pr\
operties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){
let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/uniqueI\
tems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.query!==void 0&&c.call(l,"query")){let t=l.
query;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/query",schemaPath:"#/properties/query/type",keyword:"type",params:{type:Z.properties.
query.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>1e3){let p={instancePath:s+"/query",schemaPath:"#/properties/query/\
maxLength",keyword:"maxLength",params:{limit:1e3}};e===null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/query",schemaPath:"#/prop\
erties/query/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}}}if(l.owner!==void 0&&c.call(l,"owner")){let t=l.
owner;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type:Z.properties.
owner.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/owner",schemaPath:"#/properties/owner/\
maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+"/owner",schemaPath:"#/\
properties/owner/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.sort!==void 0&&c.
call(l,"sort")){let t=l.sort;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/sort",schemaPath:"#/properties/sort/type",keyword:"typ\
e",params:{type:Z.properties.sort.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>40){let p={instancePath:s+"/sort",schemaPath:"\
#/properties/sort/maxLength",keyword:"maxLength",params:{limit:40}};e===null?e=[p]:e.push(p),a++}if(!Ue.test(t)){let p={instancePath:s+"/sor\
t",schemaPath:"#/properties/sort/pattern",keyword:"pattern",params:{pattern:"^[a-z_]+(-asc|-desc)?$"}};e===null?e=[p]:e.push(p),a++}}}if(l.archived!==
void 0&&c.call(l,"archived")){let t=l.archived;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/archived",schemaPath:"#/properties/\
archived/type",keyword:"type",params:{type:Z.properties.archived.type}};e===null?e=[p]:e.push(p),a++}}if(l.items!==void 0&&c.call(l,"items")){
let t=l.items;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type:Z.
properties.items.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/items",schemaPath:"#/prop\
erties/items/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n==
"number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let i={instancePath:s+"/items/"+r,schemaPath:"#/properties/items/items/type",keyword:"type",params:{
type:"integer"}};e===null?e=[i]:e.push(i),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let i={instancePath:s+"/items/"+r,
schemaPath:"#/properties/items/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[i]:e.push(i),a++}if(n<1||
isNaN(n)){let i={instancePath:s+"/items/"+r,schemaPath:"#/properties/items/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};
e===null?e=[i]:e.push(i),a++}}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)){
if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/items",schemaPath:"#/properties/items/uniqueItems",keyword:"uniqueItems",params:{i:h,
j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===
null?e=[t]:e.push(t),a++}return K.errors=e,a===0}K.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var We=Q,C={$schema:"https://json-sc\
hema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/milestone.schema.json",type:"object",properties:{title:{type:"string",minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},
uniqueItems:!0,maxItems:1e3},date:{type:["string","null"],format:"day"},projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"\
^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},uniqueItems:!0,maxItems:1e3},closed:{type:["boolean","null"]},archived:{type:["boolean","nu\
ll"]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1},ie=(ce(),Pe(me)).formats.day;function Q(l,{instancePath:s="",
parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=Q.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&
(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!c.call(l,"title")){let t={instancePath:s,schemaPath:"#/requ\
ired",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||t==="a\
liases"||t==="date"||t==="projects"||t==="closed"||t==="archived"||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&c.call(l,"title")){let t=l.title;if(typeof t==
"string"){if(f(t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===
null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{
pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/title",schemaPath:"#/properties/title/type",keyword:"type",
params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==
null){let p={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:C.properties.aliases.type}};e===null?
e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>200){
let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[i]:
e.push(i),a++}if(!O.test(n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"\
^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/\
items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n==
"string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueIte\
ms",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.date!==void 0&&c.call(l,"date")){let t=l.date;if(typeof t!="string"&&
t!==null){let p={instancePath:s+"/date",schemaPath:"#/properties/date/type",keyword:"type",params:{type:C.properties.date.type}};e===null?e=
[p]:e.push(p),a++}if(typeof t=="string"&&!ie(t)){let p={instancePath:s+"/date",schemaPath:"#/properties/date/format",keyword:"format",params:{
format:"day"}};e===null?e=[p]:e.push(p),a++}}if(l.projects!==void 0&&c.call(l,"projects")){let t=l.projects;if(!Array.isArray(t)&&t!==null){
let p={instancePath:s+"/projects",schemaPath:"#/properties/projects/type",keyword:"type",params:{type:C.properties.projects.type}};e===null?
e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/projects",schemaPath:"#/properties/projects/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>150){
let i={instancePath:s+"/projects/"+r,schemaPath:"#/properties/projects/items/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[
i]:e.push(i),a++}if(!se.test(n)){let i={instancePath:s+"/projects/"+r,schemaPath:"#/properties/projects/items/pattern",keyword:"pattern",params:{
pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/projects/"+r,schemaPath:"\
#/properties/projects/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){
let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/projects",schemaPath:"#/properties/projects/uniqu\
eItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.closed!==void 0&&c.call(l,"closed")){let t=l.
closed;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/closed",schemaPath:"#/properties/closed/type",keyword:"type",params:{type:C.
properties.closed.type}};e===null?e=[p]:e.push(p),a++}}if(l.archived!==void 0&&c.call(l,"archived")){let t=l.archived;if(typeof t!="boolean"&&
t!==null){let p={instancePath:s+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type:C.properties.archived.type}};
e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),
a++}return Q.errors=e,a===0}Q.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Xe=U,F={$schema:"https://json-schema.org/draft/2020-1\
2/schema",$id:"https://storytree.dev/schema/1/person.schema.json",type:"object",properties:{name:{type:"string",minLength:1,maxLength:300,pattern:"\
^[^\\n]*$"},identities:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s]+$"},uniqueItems:!0,maxItems:1e3},
email:{type:["string","null"],maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'},watch:{type:["array","null"],items:{type:"object",properties:{
query:{type:"string",minLength:1,maxLength:1e3},level:{enum:["all","discussion","status",null]},mute:{type:["boolean","null"]}},required:["q\
uery"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},disabled:{type:["boolean","null"]},aliases:{type:["array","null"],items:{type:"\
string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},required:["name"],patternProperties:{"^x-":{}},
additionalProperties:!1},Ye=new RegExp("^[a-z][a-z0-9-]*:[^\\s]+$","u"),de=new RegExp('^[^\\s@<>"]+@[^\\s@<>"]+$',"u");function U(l,{instancePath:s="",
parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=U.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&
(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.name===void 0||!c.call(l,"name")){let t={instancePath:s,schemaPath:"#/requir\
ed",keyword:"required",params:{missingProperty:"name"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="name"||t==="ident\
ities"||t==="email"||t==="watch"||t==="disabled"||t==="aliases"||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.name!==void 0&&c.call(l,"name")){let t=l.name;if(typeof t==
"string"){if(f(t)>300){let p={instancePath:s+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit:300}};e===null?
e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern:"\
^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type:"\
string"}};e===null?e=[p]:e.push(p),a++}}if(l.identities!==void 0&&c.call(l,"identities")){let t=l.identities;if(!Array.isArray(t)&&t!==null){
let p={instancePath:s+"/identities",schemaPath:"#/properties/identities/type",keyword:"type",params:{type:F.properties.identities.type}};e===
null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/identities",schemaPath:"#/properties/identities/maxIt\
ems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){
if(f(n)>200){let i={instancePath:s+"/identities/"+r,schemaPath:"#/properties/identities/items/maxLength",keyword:"maxLength",params:{limit:200}};
e===null?e=[i]:e.push(i),a++}if(!Ye.test(n)){let i={instancePath:s+"/identities/"+r,schemaPath:"#/properties/identities/items/pattern",keyword:"\
pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s]+$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/identities/"+r,schemaPath:"\
#/properties/identities/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){
let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/identities",schemaPath:"#/properties/identities/u\
niqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.email!==void 0&&c.call(l,"email")){let t=l.
email;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/email",schemaPath:"#/properties/email/type",keyword:"type",params:{type:F.properties.
email.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>254){let p={instancePath:s+"/email",schemaPath:"#/properties/email/\
maxLength",keyword:"maxLength",params:{limit:254}};e===null?e=[p]:e.push(p),a++}if(!de.test(t)){let p={instancePath:s+"/email",schemaPath:"#\
/properties/email/pattern",keyword:"pattern",params:{pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}};e===null?e=[p]:e.push(p),a++}}}if(l.watch!==void 0&&
c.call(l,"watch")){let t=l.watch;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/watch",schemaPath:"#/properties/watch/type",keyword:"\
type",params:{type:F.properties.watch.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/watc\
h",schemaPath:"#/properties/watch/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.query===void 0||!c.call(n,"query")){let i={instancePath:s+"/watch/"+r,schemaPath:"\
#/properties/watch/items/required",keyword:"required",params:{missingProperty:"query"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.keys(
n))if(!(i==="query"||i==="level"||i==="mute")){let o={instancePath:s+"/watch/"+r,schemaPath:"#/properties/watch/items/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:i}};e===null?e=[o]:e.push(o),a++}if(n.query!==void 0&&c.call(n,"query")){let i=n.query;
if(typeof i=="string"){if(f(i)>1e3){let o={instancePath:s+"/watch/"+r+"/query",schemaPath:"#/properties/watch/items/properties/query/maxLeng\
th",keyword:"maxLength",params:{limit:1e3}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/watch/"+r+"/query",schemaPath:"#\
/properties/watch/items/properties/query/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:s+
"/watch/"+r+"/query",schemaPath:"#/properties/watch/items/properties/query/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(
o),a++}}if(n.level!==void 0&&c.call(n,"level")){let i=n.level;if(!(i==="all"||i==="discussion"||i==="status"||i===null)){let o={instancePath:s+
"/watch/"+r+"/level",schemaPath:"#/properties/watch/items/properties/level/enum",keyword:"enum",params:{allowedValues:F.properties.watch.items.
properties.level.enum}};e===null?e=[o]:e.push(o),a++}}if(n.mute!==void 0&&c.call(n,"mute")){let i=n.mute;if(typeof i!="boolean"&&i!==null){let o={
instancePath:s+"/watch/"+r+"/mute",schemaPath:"#/properties/watch/items/properties/mute/type",keyword:"type",params:{type:F.properties.watch.
items.properties.mute.type}};e===null?e=[o]:e.push(o),a++}}}else{let i={instancePath:s+"/watch/"+r,schemaPath:"#/properties/watch/items/type",
keyword:"type",params:{type:"object"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){e:for(;h--;)for(m=h;m--;)if(R(t[h],t[m])){let r={
instancePath:s+"/watch",schemaPath:"#/properties/watch/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}
if(l.disabled!==void 0&&c.call(l,"disabled")){let t=l.disabled;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/disabled",schemaPath:"\
#/properties/disabled/type",keyword:"type",params:{type:F.properties.disabled.type}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&c.
call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"\
type",params:{type:F.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/al\
iases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>200){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",
keyword:"maxLength",params:{limit:200}};e===null?e=[i]:e.push(i),a++}if(!O.test(n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/proper\
ties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={
instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}
let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/alia\
ses",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}}else{
let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return U.errors=e,a===0}U.evaluated=
{props:!0,dynamicProps:!1,dynamicItems:!1};var et=W,_={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/sch\
ema/1/project.schema.json",type:"object",properties:{title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},repository:{
type:["string","null"],maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},team:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._\
-]*$"},default_branch:{type:["string","null"],minLength:1,maxLength:100,pattern:"^[^\\s]+$"},maintainers:{type:["array","null"],items:{type:"\
string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},aliases:{type:["array","null"],items:{type:"string",maxLength:200,
pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},groups:{type:["array","null"],items:{type:"string",maxLength:100,pattern:"\
^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},branches:{type:["array","null"],items:{type:"object",properties:{name:{type:"string",minLength:1,
maxLength:100,pattern:"^[^\\s]+$"},eol:{type:["string","null"],format:"day"}},required:["name"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},
retired:{type:["boolean","null"]}},required:[],patternProperties:{"^x-":{}},additionalProperties:!1},M=new RegExp('^https?://[^\\s<>"]+$',"u");
function W(l,{instancePath:s="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=W.evaluated;if(P.dynamicProps&&
(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){for(let t of Object.keys(l))if(!(c.call(_.properties,
t)||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===
null?e=[p]:e.push(p),a++}if(l.title!==void 0&&c.call(l,"title")){let t=l.title;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/titl\
e",schemaPath:"#/properties/title/type",keyword:"type",params:{type:_.properties.title.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="str\
ing"){if(f(t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?
e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{
pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.repository!==void 0&&c.call(l,"repository")){let t=l.repository;if(typeof t!="stri\
ng"&&t!==null){let p={instancePath:s+"/repository",schemaPath:"#/properties/repository/type",keyword:"type",params:{type:_.properties.repository.
type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>2e3){let p={instancePath:s+"/repository",schemaPath:"#/properties/reposit\
ory/maxLength",keyword:"maxLength",params:{limit:2e3}};e===null?e=[p]:e.push(p),a++}if(!M.test(t)){let p={instancePath:s+"/repository",schemaPath:"\
#/properties/repository/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[p]:e.push(p),a++}}}if(l.team!==void 0&&
c.call(l,"team")){let t=l.team;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/team",schemaPath:"#/properties/team/type",keyword:"t\
ype",params:{type:_.properties.team.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/team",schemaPath:"\
#/properties/team/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+"/tea\
m",schemaPath:"#/properties/team/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.default_branch!==
void 0&&c.call(l,"default_branch")){let t=l.default_branch;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/default_branch",schemaPath:"\
#/properties/default_branch/type",keyword:"type",params:{type:_.properties.default_branch.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="\
string"){if(f(t)>100){let p={instancePath:s+"/default_branch",schemaPath:"#/properties/default_branch/maxLength",keyword:"maxLength",params:{
limit:100}};e===null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/default_branch",schemaPath:"#/properties/default_branch/minLengt\
h",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!S.test(t)){let p={instancePath:s+"/default_branch",schemaPath:"#/p\
roperties/default_branch/pattern",keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[p]:e.push(p),a++}}}if(l.maintainers!==void 0&&
c.call(l,"maintainers")){let t=l.maintainers;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/maintainers",schemaPath:"#/properties/m\
aintainers/type",keyword:"type",params:{type:_.properties.maintainers.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){
let r={instancePath:s+"/maintainers",schemaPath:"#/properties/maintainers/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.
push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>100){let i={instancePath:s+"/maintainers/"+r,schemaPath:"\
#/properties/maintainers/items/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[i]:e.push(i),a++}if(!q.test(n)){let i={instancePath:s+
"/maintainers/"+r,schemaPath:"#/properties/maintainers/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?
e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/maintainers/"+r,schemaPath:"#/properties/maintainers/items/type",keyword:"type",params:{type:"\
string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="numb\
er"){m=r[n];let i={instancePath:s+"/maintainers",schemaPath:"#/properties/maintainers/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===
null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={
instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:_.properties.aliases.type}};e===null?e=[p]:e.push(
p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",
params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>200){let i={instancePath:s+
"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[i]:e.push(i),a++}if(!O.test(
n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:\
[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"\
type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]==
"number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===
null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.groups!==void 0&&c.call(l,"groups")){let t=l.groups;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+
"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type:_.properties.groups.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:s+"/groups",schemaPath:"#/properties/groups/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>100){let i={instancePath:s+"/grou\
ps/"+r,schemaPath:"#/properties/groups/items/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[i]:e.push(i),a++}if(!q.test(n)){
let i={instancePath:s+"/groups/"+r,schemaPath:"#/properties/groups/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};
e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/groups/"+r,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type:"\
string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="numb\
er"){m=r[n];let i={instancePath:s+"/groups",schemaPath:"#/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=
[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.branches!==void 0&&c.call(l,"branches")){let t=l.branches;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+
"/branches",schemaPath:"#/properties/branches/type",keyword:"type",params:{type:_.properties.branches.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:s+"/branches",schemaPath:"#/properties/branches/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.name===void 0||
!c.call(n,"name")){let i={instancePath:s+"/branches/"+r,schemaPath:"#/properties/branches/items/required",keyword:"required",params:{missingProperty:"\
name"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.keys(n))if(!(i==="name"||i==="eol")){let o={instancePath:s+"/branches/"+r,schemaPath:"\
#/properties/branches/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i}};e===null?e=[o]:e.push(o),a++}
if(n.name!==void 0&&c.call(n,"name")){let i=n.name;if(typeof i=="string"){if(f(i)>100){let o={instancePath:s+"/branches/"+r+"/name",schemaPath:"\
#/properties/branches/items/properties/name/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={
instancePath:s+"/branches/"+r+"/name",schemaPath:"#/properties/branches/items/properties/name/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[o]:e.push(o),a++}if(!S.test(i)){let o={instancePath:s+"/branches/"+r+"/name",schemaPath:"#/properties/branches/items/properties/\
name/pattern",keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:s+"/branches/"+r+"/name",
schemaPath:"#/properties/branches/items/properties/name/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.eol!==
void 0&&c.call(n,"eol")){let i=n.eol;if(typeof i!="string"&&i!==null){let o={instancePath:s+"/branches/"+r+"/eol",schemaPath:"#/properties/b\
ranches/items/properties/eol/type",keyword:"type",params:{type:_.properties.branches.items.properties.eol.type}};e===null?e=[o]:e.push(o),a++}
if(typeof i=="string"&&!ie(i)){let o={instancePath:s+"/branches/"+r+"/eol",schemaPath:"#/properties/branches/items/properties/eol/format",keyword:"\
format",params:{format:"day"}};e===null?e=[o]:e.push(o),a++}}}else{let i={instancePath:s+"/branches/"+r,schemaPath:"#/properties/branches/it\
ems/type",keyword:"type",params:{type:"object"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){e:for(;h--;)for(m=h;m--;)if(R(t[h],t[m])){
let r={instancePath:s+"/branches",schemaPath:"#/properties/branches/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[r]:e.push(
r),a++;break e}}}}if(l.retired!==void 0&&c.call(l,"retired")){let t=l.retired;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/reti\
red",schemaPath:"#/properties/retired/type",keyword:"type",params:{type:_.properties.retired.type}};e===null?e=[p]:e.push(p),a++}}}else{let t={
instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return W.errors=e,a===0}W.evaluated={
props:!0,dynamicProps:!1,dynamicItems:!1};var tt=X,A={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/sche\
ma/1/story.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},author:{type:"string",
maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},type:{type:["string","null"],maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},created:{type:"string",
format:"instant"},triage:{enum:["new","incomplete","confirmed","triaged","rejected",null]},tags:{type:["array","null"],items:{type:"string",
maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},uniqueItems:!0,maxItems:1e3},aliases:{type:["arra\
y","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},milestone:{type:["str\
ing","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},depends_on:{type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},
uniqueItems:!0,maxItems:1e3},due:{type:["string","null"],format:"day"},duplicate_of:{type:["integer","null"],minimum:1,maximum:99999999},related:{
type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},cve:{type:["array","null"],items:{type:"\
string",maxLength:30,pattern:"^CVE-[0-9]{4}-[0-9]{4,}$"},uniqueItems:!0,maxItems:1e3},links:{type:["array","null"],items:{type:"object",properties:{
url:{type:"string",maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},
required:["url"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},attachments:{type:["array","null"],items:{type:"object",properties:{file:{
type:"string",minLength:1,maxLength:120,pattern:"^[^/\\\\]+$"},title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},
branch:{type:["string","null"],maxLength:100,minLength:1,pattern:"^[^\\s]+$"},patch:{type:["boolean","null"]}},required:["file"],additionalProperties:!1},
uniqueItems:!0,maxItems:1e3},locked:{type:["boolean","null"]},access:{type:["array","null"],items:{type:"string",maxLength:100,pattern:"^[a-\
z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},embargo_until:{type:["string","null"],format:"instant"},disclose_at:{type:["string","null"],
format:"instant"},disclosed:{type:["string","null"],pattern:"^[0-9a-f]{40}([0-9a-f]{24})?$"},reporter_credit:{type:["string","null"],minLength:1,
maxLength:300,pattern:"^[^\\n]*$"}},required:["title","author","created"],patternProperties:{"^x-":{}},additionalProperties:!1},ae=new RegExp(
"^[a-z][a-z0-9-]*$","u"),ge=new RegExp("^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$","u"),rt=new RegExp("^CVE-[0-9]{4\
}-[0-9]{4,}$","u"),st=new RegExp("^[0-9a-f]{40}([0-9a-f]{24})?$","u");function X(l,{instancePath:s="",parentData:w,parentDataProperty:j,rootData:L=l,
dynamicAnchors:v={}}={}){let e=null,a=0,P=X.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="obj\
ect"&&!Array.isArray(l)){if(l.title===void 0||!c.call(l,"title")){let t={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"\
title"}};e===null?e=[t]:e.push(t),a++}if(l.author===void 0||!c.call(l,"author")){let t={instancePath:s,schemaPath:"#/required",keyword:"requ\
ired",params:{missingProperty:"author"}};e===null?e=[t]:e.push(t),a++}if(l.created===void 0||!c.call(l,"created")){let t={instancePath:s,schemaPath:"\
#/required",keyword:"required",params:{missingProperty:"created"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(c.call(A.properties,
t)||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===
null?e=[p]:e.push(p),a++}if(l.title!==void 0&&c.call(l,"title")){let t=l.title;if(typeof t=="string"){if(f(t)>300){let p={instancePath:s+"/t\
itle",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+
"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={
instancePath:s+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{
let p={instancePath:s+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.
author!==void 0&&c.call(l,"author")){let t=l.author;if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/author",schemaPath:"#/proper\
ties/author/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+"/author",schemaPath:"\
#/properties/author/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+
"/author",schemaPath:"#/properties/author/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.type!==void 0&&c.call(
l,"type")){let t=l.type;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{
type:A.properties.type.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>40){let p={instancePath:s+"/type",schemaPath:"#/pr\
operties/type/maxLength",keyword:"maxLength",params:{limit:40}};e===null?e=[p]:e.push(p),a++}if(!ae.test(t)){let p={instancePath:s+"/type",schemaPath:"\
#/properties/type/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.created!==void 0&&c.call(
l,"created")){let t=l.created;if(typeof t=="string"){if(!T(t)){let p={instancePath:s+"/created",schemaPath:"#/properties/created/format",keyword:"\
format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/created",schemaPath:"#/properties/created/type",
keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.triage!==void 0&&c.call(l,"triage")){let t=l.triage;if(!(t==="new"||
t==="incomplete"||t==="confirmed"||t==="triaged"||t==="rejected"||t===null)){let p={instancePath:s+"/triage",schemaPath:"#/properties/triage\
/enum",keyword:"enum",params:{allowedValues:A.properties.triage.enum}};e===null?e=[p]:e.push(p),a++}}if(l.tags!==void 0&&c.call(l,"tags")){let t=l.
tags;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type:A.properties.
tags.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/tags",schemaPath:"#/properties/tags/m\
axItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="st\
ring"){if(f(n)>60){let i={instancePath:s+"/tags/"+r,schemaPath:"#/properties/tags/items/maxLength",keyword:"maxLength",params:{limit:60}};e===
null?e=[i]:e.push(i),a++}if(!ge.test(n)){let i={instancePath:s+"/tags/"+r,schemaPath:"#/properties/tags/items/pattern",keyword:"pattern",params:{
pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/ta\
gs/"+r,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>
1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/tags",schemaPath:"#/proper\
ties/tags/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.aliases!==void 0&&c.call(l,
"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"\
type",params:{type:A.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/al\
iases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>200){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",
keyword:"maxLength",params:{limit:200}};e===null?e=[i]:e.push(i),a++}if(!O.test(n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/proper\
ties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={
instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}
let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/alia\
ses",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.
milestone!==void 0&&c.call(l,"milestone")){let t=l.milestone;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/milestone",schemaPath:"\
#/properties/milestone/type",keyword:"type",params:{type:A.properties.milestone.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(
t)>100){let p={instancePath:s+"/milestone",schemaPath:"#/properties/milestone/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=
[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+"/milestone",schemaPath:"#/properties/milestone/pattern",keyword:"pattern",params:{pattern:"\
^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.depends_on!==void 0&&c.call(l,"depends_on")){let t=l.depends_on;if(!Array.isArray(
t)&&t!==null){let p={instancePath:s+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type:A.properties.depends_on.
type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/depends_on",schemaPath:"#/properties/depen\
ds_on/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n==
"number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let i={instancePath:s+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/type",keyword:"t\
ype",params:{type:"integer"}};e===null?e=[i]:e.push(i),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let i={instancePath:s+
"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[i]:
e.push(i),a++}if(n<1||isNaN(n)){let i={instancePath:s+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/minimum",keyword:"minimum",
params:{comparison:">=",limit:1}};e===null?e=[i]:e.push(i),a++}}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="numbe\
r"&&!(n%1)&&!isNaN(n)&&isFinite(n)){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/depends_on",schemaPath:"#/properties/depends_on\
/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.due!==void 0&&c.call(l,"due")){let t=l.
due;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/due",schemaPath:"#/properties/due/type",keyword:"type",params:{type:A.properties.
due.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!ie(t)){let p={instancePath:s+"/due",schemaPath:"#/properties/due/format",keyword:"\
format",params:{format:"day"}};e===null?e=[p]:e.push(p),a++}}if(l.duplicate_of!==void 0&&c.call(l,"duplicate_of")){let t=l.duplicate_of;if(!(typeof t==
"number"&&!(t%1)&&!isNaN(t)&&isFinite(t))&&t!==null){let p={instancePath:s+"/duplicate_of",schemaPath:"#/properties/duplicate_of/type",keyword:"\
type",params:{type:A.properties.duplicate_of.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="number"&&isFinite(t)){if(t>99999999||isNaN(t)){
let p={instancePath:s+"/duplicate_of",schemaPath:"#/properties/duplicate_of/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};
e===null?e=[p]:e.push(p),a++}if(t<1||isNaN(t)){let p={instancePath:s+"/duplicate_of",schemaPath:"#/properties/duplicate_of/minimum",keyword:"\
minimum",params:{comparison:">=",limit:1}};e===null?e=[p]:e.push(p),a++}}}if(l.related!==void 0&&c.call(l,"related")){let t=l.related;if(!Array.
isArray(t)&&t!==null){let p={instancePath:s+"/related",schemaPath:"#/properties/related/type",keyword:"type",params:{type:A.properties.related.
type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/related",schemaPath:"#/properties/related/\
maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n==
"number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let i={instancePath:s+"/related/"+r,schemaPath:"#/properties/related/items/type",keyword:"type",params:{
type:"integer"}};e===null?e=[i]:e.push(i),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let i={instancePath:s+"/related/"+
r,schemaPath:"#/properties/related/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[i]:e.push(i),a++}if(n<
1||isNaN(n)){let i={instancePath:s+"/related/"+r,schemaPath:"#/properties/related/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};
e===null?e=[i]:e.push(i),a++}}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)){
if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/related",schemaPath:"#/properties/related/uniqueItems",keyword:"uniqueItems",params:{
i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.cve!==void 0&&c.call(l,"cve")){let t=l.cve;if(!Array.isArray(t)&&t!==null){let p={
instancePath:s+"/cve",schemaPath:"#/properties/cve/type",keyword:"type",params:{type:A.properties.cve.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:s+"/cve",schemaPath:"#/properties/cve/maxItems",keyword:"maxItems",params:{limit:1e3}};e===
null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>30){let i={instancePath:s+"/cve/"+r,schemaPath:"\
#/properties/cve/items/maxLength",keyword:"maxLength",params:{limit:30}};e===null?e=[i]:e.push(i),a++}if(!rt.test(n)){let i={instancePath:s+
"/cve/"+r,schemaPath:"#/properties/cve/items/pattern",keyword:"pattern",params:{pattern:"^CVE-[0-9]{4}-[0-9]{4,}$"}};e===null?e=[i]:e.push(i),
a++}}else{let i={instancePath:s+"/cve/"+r,schemaPath:"#/properties/cve/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(
i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+
"/cve",schemaPath:"#/properties/cve/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.
links!==void 0&&c.call(l,"links")){let t=l.links;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/links",schemaPath:"#/properties/lin\
ks/type",keyword:"type",params:{type:A.properties.links.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+
"/links",schemaPath:"#/properties/links/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.url===void 0||!c.call(n,"url")){let i={instancePath:s+"/links/"+r,schemaPath:"\
#/properties/links/items/required",keyword:"required",params:{missingProperty:"url"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.keys(
n))if(!(i==="url"||i==="title")){let o={instancePath:s+"/links/"+r,schemaPath:"#/properties/links/items/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:i}};e===null?e=[o]:e.push(o),a++}if(n.url!==void 0&&c.call(n,"url")){let i=n.url;if(typeof i=="s\
tring"){if(f(i)>2e3){let o={instancePath:s+"/links/"+r+"/url",schemaPath:"#/properties/links/items/properties/url/maxLength",keyword:"maxLen\
gth",params:{limit:2e3}};e===null?e=[o]:e.push(o),a++}if(!M.test(i)){let o={instancePath:s+"/links/"+r+"/url",schemaPath:"#/properties/links\
/items/properties/url/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:s+
"/links/"+r+"/url",schemaPath:"#/properties/links/items/properties/url/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),
a++}}if(n.title!==void 0&&c.call(n,"title")){let i=n.title;if(typeof i!="string"&&i!==null){let o={instancePath:s+"/links/"+r+"/title",schemaPath:"\
#/properties/links/items/properties/title/type",keyword:"type",params:{type:A.properties.links.items.properties.title.type}};e===null?e=[o]:
e.push(o),a++}if(typeof i=="string"){if(f(i)>300){let o={instancePath:s+"/links/"+r+"/title",schemaPath:"#/properties/links/items/properties\
/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/links/"+r+"/title",
schemaPath:"#/properties/links/items/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(
i)){let o={instancePath:s+"/links/"+r+"/title",schemaPath:"#/properties/links/items/properties/title/pattern",keyword:"pattern",params:{pattern:"\
^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}}else{let i={instancePath:s+"/links/"+r,schemaPath:"#/properties/links/items/type",keyword:"type",
params:{type:"object"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){e:for(;h--;)for(m=h;m--;)if(R(t[h],t[m])){let r={instancePath:s+
"/links",schemaPath:"#/properties/links/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}if(l.attachments!==
void 0&&c.call(l,"attachments")){let t=l.attachments;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/attachments",schemaPath:"#/prop\
erties/attachments/type",keyword:"type",params:{type:A.properties.attachments.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.
length>1e3){let r={instancePath:s+"/attachments",schemaPath:"#/properties/attachments/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?
e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.file===void 0||!c.call(
n,"file")){let i={instancePath:s+"/attachments/"+r,schemaPath:"#/properties/attachments/items/required",keyword:"required",params:{missingProperty:"\
file"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.keys(n))if(!(i==="file"||i==="title"||i==="branch"||i==="patch")){let o={instancePath:s+
"/attachments/"+r,schemaPath:"#/properties/attachments/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i}};
e===null?e=[o]:e.push(o),a++}if(n.file!==void 0&&c.call(n,"file")){let i=n.file;if(typeof i=="string"){if(f(i)>120){let o={instancePath:s+"/\
attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/file/maxLength",keyword:"maxLength",params:{limit:120}};e===null?
e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/file/mi\
nLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!$e.test(i)){let o={instancePath:s+"/attachments/"+r+"/file",
schemaPath:"#/properties/attachments/items/properties/file/pattern",keyword:"pattern",params:{pattern:"^[^/\\\\]+$"}};e===null?e=[o]:e.push(
o),a++}}else{let o={instancePath:s+"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/file/type",keyword:"type",
params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.title!==void 0&&c.call(n,"title")){let i=n.title;if(typeof i!="string"&&i!==null){
let o={instancePath:s+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/title/type",keyword:"type",params:{type:A.
properties.attachments.items.properties.title.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>300){let o={instancePath:s+
"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===
null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/t\
itle/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(i)){let o={instancePath:s+"/attachments/"+r+"/\
title",schemaPath:"#/properties/attachments/items/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.
push(o),a++}}}if(n.branch!==void 0&&c.call(n,"branch")){let i=n.branch;if(typeof i!="string"&&i!==null){let o={instancePath:s+"/attachments/"+
r+"/branch",schemaPath:"#/properties/attachments/items/properties/branch/type",keyword:"type",params:{type:A.properties.attachments.items.properties.
branch.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>100){let o={instancePath:s+"/attachments/"+r+"/branch",schemaPath:"\
#/properties/attachments/items/properties/branch/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){
let o={instancePath:s+"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/properties/branch/minLength",keyword:"minLength",
params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!S.test(i)){let o={instancePath:s+"/attachments/"+r+"/branch",schemaPath:"#/properties/att\
achments/items/properties/branch/pattern",keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[o]:e.push(o),a++}}}if(n.patch!==void 0&&
c.call(n,"patch")){let i=n.patch;if(typeof i!="boolean"&&i!==null){let o={instancePath:s+"/attachments/"+r+"/patch",schemaPath:"#/properties\
/attachments/items/properties/patch/type",keyword:"type",params:{type:A.properties.attachments.items.properties.patch.type}};e===null?e=[o]:
e.push(o),a++}}}else{let i={instancePath:s+"/attachments/"+r,schemaPath:"#/properties/attachments/items/type",keyword:"type",params:{type:"o\
bject"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){e:for(;h--;)for(m=h;m--;)if(R(t[h],t[m])){let r={instancePath:s+"/attachment\
s",schemaPath:"#/properties/attachments/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}if(l.locked!==
void 0&&c.call(l,"locked")){let t=l.locked;if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/locked",schemaPath:"#/properties/locked\
/type",keyword:"type",params:{type:A.properties.locked.type}};e===null?e=[p]:e.push(p),a++}}if(l.access!==void 0&&c.call(l,"access")){let t=l.
access;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type:A.properties.
access.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/access",schemaPath:"#/properties/ac\
cess/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n==
"string"){if(f(n)>100){let i={instancePath:s+"/access/"+r,schemaPath:"#/properties/access/items/maxLength",keyword:"maxLength",params:{limit:100}};
e===null?e=[i]:e.push(i),a++}if(!q.test(n)){let i={instancePath:s+"/access/"+r,schemaPath:"#/properties/access/items/pattern",keyword:"patte\
rn",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/access/"+r,schemaPath:"#/propertie\
s/access/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];
if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/access",schemaPath:"#/properties/access/uniqueItems",keyword:"\
uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.embargo_until!==void 0&&c.call(l,"embargo_until")){let t=l.
embargo_until;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/embargo_until",schemaPath:"#/properties/embargo_until/type",keyword:"\
type",params:{type:A.properties.embargo_until.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!T(t)){let p={instancePath:s+"/emba\
rgo_until",schemaPath:"#/properties/embargo_until/format",keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}if(l.disclose_at!==
void 0&&c.call(l,"disclose_at")){let t=l.disclose_at;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/disclose_at",schemaPath:"#/pro\
perties/disclose_at/type",keyword:"type",params:{type:A.properties.disclose_at.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!T(
t)){let p={instancePath:s+"/disclose_at",schemaPath:"#/properties/disclose_at/format",keyword:"format",params:{format:"instant"}};e===null?e=
[p]:e.push(p),a++}}if(l.disclosed!==void 0&&c.call(l,"disclosed")){let t=l.disclosed;if(typeof t!="string"&&t!==null){let p={instancePath:s+
"/disclosed",schemaPath:"#/properties/disclosed/type",keyword:"type",params:{type:A.properties.disclosed.type}};e===null?e=[p]:e.push(p),a++}
if(typeof t=="string"&&!st.test(t)){let p={instancePath:s+"/disclosed",schemaPath:"#/properties/disclosed/pattern",keyword:"pattern",params:{
pattern:"^[0-9a-f]{40}([0-9a-f]{24})?$"}};e===null?e=[p]:e.push(p),a++}}if(l.reporter_credit!==void 0&&c.call(l,"reporter_credit")){let t=l.
reporter_credit;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/reporter_credit",schemaPath:"#/properties/reporter_credit/type",keyword:"\
type",params:{type:A.properties.reporter_credit.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>300){let p={instancePath:s+
"/reporter_credit",schemaPath:"#/properties/reporter_credit/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}
if(f(t)<1){let p={instancePath:s+"/reporter_credit",schemaPath:"#/properties/reporter_credit/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/reporter_credit",schemaPath:"#/properties/reporter_credit/pattern",keyword:"\
pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{
type:"object"}};e===null?e=[t]:e.push(t),a++}return X.errors=e,a===0}X.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var it=Y,$={$schema:"\
https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/task.schema.json",type:"object",properties:{project:{type:"\
string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},status:{enum:["todo","inprogress","review","merged","invalid"]},
branch:{type:["string","null"],minLength:1,maxLength:100,pattern:"^[^\\s]+$"},assignee:{type:["string","null"],maxLength:100,pattern:"^[a-z0\
-9][a-z0-9._-]*$"},author:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},priority:{enum:["critical","high","medium","low","w\
ishlist",null]},created:{type:"string",format:"instant"},milestone:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},depends_on:{
type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},due:{type:["string","null"],format:"day"},
changes:{type:["array","null"],items:{type:"string",maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},uniqueItems:!0,maxItems:1e3},title:{type:[
"string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},reason:{type:["string","null"],maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},points:{
type:["number","null"],minimum:0,maximum:1e6},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\
\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},required:["project","status","author","created"],patternProperties:{"^x-":{}},additionalProperties:!1};
function Y(l,{instancePath:s="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=Y.evaluated;if(P.dynamicProps&&
(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.project===void 0||!c.call(l,"project")){let t={
instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"project"}};e===null?e=[t]:e.push(t),a++}if(l.status===void 0||
!c.call(l,"status")){let t={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"status"}};e===null?e=[t]:e.push(
t),a++}if(l.author===void 0||!c.call(l,"author")){let t={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"\
author"}};e===null?e=[t]:e.push(t),a++}if(l.created===void 0||!c.call(l,"created")){let t={instancePath:s,schemaPath:"#/required",keyword:"r\
equired",params:{missingProperty:"created"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(c.call($.properties,t)||z.test(t))){
let p={instancePath:s,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(
p),a++}if(l.project!==void 0&&c.call(l,"project")){let t=l.project;if(typeof t=="string"){if(f(t)>150){let p={instancePath:s+"/project",schemaPath:"\
#/properties/project/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[p]:e.push(p),a++}if(!se.test(t)){let p={instancePath:s+"\
/project",schemaPath:"#/properties/project/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===
null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type:"string"}};
e===null?e=[p]:e.push(p),a++}}if(l.status!==void 0&&c.call(l,"status")){let t=l.status;if(!(t==="todo"||t==="inprogress"||t==="review"||t===
"merged"||t==="invalid")){let p={instancePath:s+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues:$.properties.
status.enum}};e===null?e=[p]:e.push(p),a++}}if(l.branch!==void 0&&c.call(l,"branch")){let t=l.branch;if(typeof t!="string"&&t!==null){let p={
instancePath:s+"/branch",schemaPath:"#/properties/branch/type",keyword:"type",params:{type:$.properties.branch.type}};e===null?e=[p]:e.push(
p),a++}if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/branch",schemaPath:"#/properties/branch/maxLength",keyword:"maxLength",params:{
limit:100}};e===null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/branch",schemaPath:"#/properties/branch/minLength",keyword:"minL\
ength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!S.test(t)){let p={instancePath:s+"/branch",schemaPath:"#/properties/branch/pattern",
keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[p]:e.push(p),a++}}}if(l.assignee!==void 0&&c.call(l,"assignee")){let t=l.assignee;
if(typeof t!="string"&&t!==null){let p={instancePath:s+"/assignee",schemaPath:"#/properties/assignee/type",keyword:"type",params:{type:$.properties.
assignee.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/assignee",schemaPath:"#/properties/\
assignee/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+"/assignee",schemaPath:"\
#/properties/assignee/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.author!==void 0&&
c.call(l,"author")){let t=l.author;if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+"/author",schemaPath:"#/properties/author/maxLe\
ngth",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:s+"/author",schemaPath:"#/prop\
erties/author/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+
"/author",schemaPath:"#/properties/author/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.priority!==void 0&&
c.call(l,"priority")){let t=l.priority;if(!(t==="critical"||t==="high"||t==="medium"||t==="low"||t==="wishlist"||t===null)){let p={instancePath:s+
"/priority",schemaPath:"#/properties/priority/enum",keyword:"enum",params:{allowedValues:$.properties.priority.enum}};e===null?e=[p]:e.push(
p),a++}}if(l.created!==void 0&&c.call(l,"created")){let t=l.created;if(typeof t=="string"){if(!T(t)){let p={instancePath:s+"/created",schemaPath:"\
#/properties/created/format",keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/created",
schemaPath:"#/properties/created/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.milestone!==void 0&&c.call(
l,"milestone")){let t=l.milestone;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/milestone",schemaPath:"#/properties/milestone/typ\
e",keyword:"type",params:{type:$.properties.milestone.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>100){let p={instancePath:s+
"/milestone",schemaPath:"#/properties/milestone/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){
let p={instancePath:s+"/milestone",schemaPath:"#/properties/milestone/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};
e===null?e=[p]:e.push(p),a++}}}if(l.depends_on!==void 0&&c.call(l,"depends_on")){let t=l.depends_on;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+
"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type:$.properties.depends_on.type}};e===null?e=[p]:e.push(p),
a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/depends_on",schemaPath:"#/properties/depends_on/maxItems",keyword:"maxItem\
s",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&
isFinite(n))){let i={instancePath:s+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type:"integer"}};
e===null?e=[i]:e.push(i),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let i={instancePath:s+"/depends_on/"+r,schemaPath:"\
#/properties/depends_on/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[i]:e.push(i),a++}if(n<1||isNaN(
n)){let i={instancePath:s+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};
e===null?e=[i]:e.push(i),a++}}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)){
if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/depends_on",schemaPath:"#/properties/depends_on/uniqueItems",keyword:"uniqueItems",
params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.due!==void 0&&c.call(l,"due")){let t=l.due;if(typeof t!="string"&&t!==null){
let p={instancePath:s+"/due",schemaPath:"#/properties/due/type",keyword:"type",params:{type:$.properties.due.type}};e===null?e=[p]:e.push(p),
a++}if(typeof t=="string"&&!ie(t)){let p={instancePath:s+"/due",schemaPath:"#/properties/due/format",keyword:"format",params:{format:"day"}};
e===null?e=[p]:e.push(p),a++}}if(l.changes!==void 0&&c.call(l,"changes")){let t=l.changes;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+
"/changes",schemaPath:"#/properties/changes/type",keyword:"type",params:{type:$.properties.changes.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:s+"/changes",schemaPath:"#/properties/changes/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>2e3){let i={instancePath:s+"/chan\
ges/"+r,schemaPath:"#/properties/changes/items/maxLength",keyword:"maxLength",params:{limit:2e3}};e===null?e=[i]:e.push(i),a++}if(!M.test(n)){
let i={instancePath:s+"/changes/"+r,schemaPath:"#/properties/changes/items/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};
e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/changes/"+r,schemaPath:"#/properties/changes/items/type",keyword:"type",params:{type:"\
string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="numb\
er"){m=r[n];let i={instancePath:s+"/changes",schemaPath:"#/properties/changes/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?
e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.title!==void 0&&c.call(l,"title")){let t=l.title;if(typeof t!="string"&&t!==null){let p={instancePath:s+
"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:$.properties.title.type}};e===null?e=[p]:e.push(p),a++}if(typeof t==
"string"){if(f(t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===
null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{
pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.reason!==void 0&&c.call(l,"reason")){let t=l.reason;if(typeof t!="string"&&t!==null){
let p={instancePath:s+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type:$.properties.reason.type}};e===null?e=[p]:
e.push(p),a++}if(typeof t=="string"){if(f(t)>40){let p={instancePath:s+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLeng\
th",params:{limit:40}};e===null?e=[p]:e.push(p),a++}if(!ae.test(t)){let p={instancePath:s+"/reason",schemaPath:"#/properties/reason/pattern",
keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.points!==void 0&&c.call(l,"points")){let t=l.points;
if(!(typeof t=="number"&&isFinite(t))&&t!==null){let p={instancePath:s+"/points",schemaPath:"#/properties/points/type",keyword:"type",params:{
type:$.properties.points.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="number"&&isFinite(t)){if(t>1e6||isNaN(t)){let p={instancePath:s+"\
/points",schemaPath:"#/properties/points/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e6}};e===null?e=[p]:e.push(p),a++}if(t<0||
isNaN(t)){let p={instancePath:s+"/points",schemaPath:"#/properties/points/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?
e=[p]:e.push(p),a++}}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/al\
iases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:$.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>200){let i={instancePath:s+"/alia\
ses/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[i]:e.push(i),a++}if(!O.test(n)){
let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s\
:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"t\
ype",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]==
"number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===
null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=
[t]:e.push(t),a++}return Y.errors=e,a===0}Y.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var at=ee,ye={$schema:"https://json-schema.\
org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/team.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,
pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,
maxItems:1e3},members:{type:["array","null"],items:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},
archived:{type:["boolean","null"]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1};function ee(l,{instancePath:s="",
parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=ee.evaluated;if(P.dynamicProps&&(P.props=void 0),P.
dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!c.call(l,"title")){let t={instancePath:s,schemaPath:"\
#/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||
t==="aliases"||t==="members"||t==="archived"||z.test(t))){let p={instancePath:s,schemaPath:"#/additionalProperties",keyword:"additionalPrope\
rties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&c.call(l,"title")){let t=l.title;if(typeof t=="strin\
g"){if(f(t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=
[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{
pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/title",schemaPath:"#/properties/title/type",keyword:"type",
params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&c.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==
null){let p={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:ye.properties.aliases.type}};e===null?
e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>200){
let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[i]:
e.push(i),a++}if(!O.test(n)){let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"\
^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/aliases/"+r,schemaPath:"#/properties/aliases/\
items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n==
"string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueIte\
ms",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.members!==void 0&&c.call(l,"members")){let t=l.members;if(!Array.isArray(
t)&&t!==null){let p={instancePath:s+"/members",schemaPath:"#/properties/members/type",keyword:"type",params:{type:ye.properties.members.type}};
e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/members",schemaPath:"#/properties/members/maxItem\
s",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){
if(f(n)>100){let i={instancePath:s+"/members/"+r,schemaPath:"#/properties/members/items/maxLength",keyword:"maxLength",params:{limit:100}};e===
null?e=[i]:e.push(i),a++}if(!q.test(n)){let i={instancePath:s+"/members/"+r,schemaPath:"#/properties/members/items/pattern",keyword:"pattern",
params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+"/members/"+r,schemaPath:"#/properties/m\
embers/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];
if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/members",schemaPath:"#/properties/members/uniqueItems",keyword:"\
uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.archived!==void 0&&c.call(l,"archived")){let t=l.archived;
if(typeof t!="boolean"&&t!==null){let p={instancePath:s+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type:ye.properties.
archived.type}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?
e=[t]:e.push(t),a++}return ee.errors=e,a===0}ee.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var pt=te,V={$schema:"https://json-sche\
ma.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/template.schema.json",type:"object",properties:{title:{type:"string",minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},type:{type:["string","\
null"],maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},triage:{enum:["new","incomplete","confirmed","triaged","rejected",null]},tags:{type:["array",
"null"],items:{type:"string",maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},uniqueItems:!0,maxItems:1e3},
projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},uniqueItems:!0,
maxItems:1e3},priority:{enum:["critical","high","medium","low","wishlist",null]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1};
function te(l,{instancePath:s="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=te.evaluated;if(P.
dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!c.call(l,"ti\
tle")){let t={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.
keys(l))if(!(t==="title"||t==="description"||t==="type"||t==="triage"||t==="tags"||t==="projects"||t==="priority"||z.test(t))){let p={instancePath:s,
schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==
void 0&&c.call(l,"title")){let t=l.title;if(typeof t=="string"){if(f(t)>300){let p={instancePath:s+"/title",schemaPath:"#/properties/title/m\
axLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(f(t)<1){let p={instancePath:s+"/title",schemaPath:"#/prope\
rties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/title",schemaPath:"\
#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:s+"/title",
schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.description!==void 0&&c.call(
l,"description")){let t=l.description;if(typeof t!="string"&&t!==null){let p={instancePath:s+"/description",schemaPath:"#/properties/descrip\
tion/type",keyword:"type",params:{type:V.properties.description.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>300){let p={
instancePath:s+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(
p),a++}if(f(t)<1){let p={instancePath:s+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:s+"/description",schemaPath:"#/properties/description/pattern",keyword:"patt\
ern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.type!==void 0&&c.call(l,"type")){let t=l.type;if(typeof t!="string"&&
t!==null){let p={instancePath:s+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type:V.properties.type.type}};e===null?e=
[p]:e.push(p),a++}if(typeof t=="string"){if(f(t)>40){let p={instancePath:s+"/type",schemaPath:"#/properties/type/maxLength",keyword:"maxLeng\
th",params:{limit:40}};e===null?e=[p]:e.push(p),a++}if(!ae.test(t)){let p={instancePath:s+"/type",schemaPath:"#/properties/type/pattern",keyword:"\
pattern",params:{pattern:"^[a-z][a-z0-9-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.triage!==void 0&&c.call(l,"triage")){let t=l.triage;if(!(t===
"new"||t==="incomplete"||t==="confirmed"||t==="triaged"||t==="rejected"||t===null)){let p={instancePath:s+"/triage",schemaPath:"#/properties\
/triage/enum",keyword:"enum",params:{allowedValues:V.properties.triage.enum}};e===null?e=[p]:e.push(p),a++}}if(l.tags!==void 0&&c.call(l,"ta\
gs")){let t=l.tags;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{
type:V.properties.tags.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/tags",schemaPath:"#\
/properties/tags/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];
if(typeof n=="string"){if(f(n)>60){let i={instancePath:s+"/tags/"+r,schemaPath:"#/properties/tags/items/maxLength",keyword:"maxLength",params:{
limit:60}};e===null?e=[i]:e.push(i),a++}if(!ge.test(n)){let i={instancePath:s+"/tags/"+r,schemaPath:"#/properties/tags/items/pattern",keyword:"\
pattern",params:{pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"}};e===null?e=[i]:e.push(i),a++}}else{let i={instancePath:s+
"/tags/"+r,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type:"string"}};e===null?e=[i]:e.push(i),a++}}let h=t.length,m;if(h>
1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={instancePath:s+"/tags",schemaPath:"#/proper\
ties/tags/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;break}r[n]=h}}}}}if(l.projects!==void 0&&c.call(
l,"projects")){let t=l.projects;if(!Array.isArray(t)&&t!==null){let p={instancePath:s+"/projects",schemaPath:"#/properties/projects/type",keyword:"\
type",params:{type:V.properties.projects.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:s+"/p\
rojects",schemaPath:"#/properties/projects/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(typeof n=="string"){if(f(n)>150){let i={instancePath:s+"/projects/"+r,schemaPath:"#/properties/projects/items/maxLength",
keyword:"maxLength",params:{limit:150}};e===null?e=[i]:e.push(i),a++}if(!se.test(n)){let i={instancePath:s+"/projects/"+r,schemaPath:"#/prop\
erties/projects/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===null?e=[i]:e.push(i),
a++}}else{let i={instancePath:s+"/projects/"+r,schemaPath:"#/properties/projects/items/type",keyword:"type",params:{type:"string"}};e===null?
e=[i]:e.push(i),a++}}let h=t.length,m;if(h>1){let r={};for(;h--;){let n=t[h];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let i={
instancePath:s+"/projects",schemaPath:"#/properties/projects/uniqueItems",keyword:"uniqueItems",params:{i:h,j:m}};e===null?e=[i]:e.push(i),a++;
break}r[n]=h}}}}}if(l.priority!==void 0&&c.call(l,"priority")){let t=l.priority;if(!(t==="critical"||t==="high"||t==="medium"||t==="low"||t===
"wishlist"||t===null)){let p={instancePath:s+"/priority",schemaPath:"#/properties/priority/enum",keyword:"enum",params:{allowedValues:V.properties.
priority.enum}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?
e=[t]:e.push(t),a++}return te.errors=e,a===0}te.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var nt=re,x={$schema:"https://json-sche\
ma.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/tracker.schema.json",type:"object",properties:{format:{const:1},name:{type:"\
string",minLength:1,maxLength:100,pattern:"^[^\\n]*$"},url:{type:["string","null"],maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},visibility:{
enum:["public","restricted"]},team:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},review:{type:["object","null"],properties:{
host:{enum:["gerrit","github","gitlab","gitea","plain"]},url:{type:["string","null"],maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},remote:{
type:["string","null"],maxLength:100,pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"},branch:{type:["string","null"],maxLength:100,pattern:"^[A-Za-z0\
-9][A-Za-z0-9._/-]*$"},topic:{type:["string","null"],maxLength:100,pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"},mail:{type:["string","null"],maxLength:254,
pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}},required:["host"],additionalProperties:!1},types:{type:["object","null"],propertyNames:{maxLength:40,pattern:"\
^[a-z][a-z0-9-]*$"},additionalProperties:{type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},description:{
type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:["title"],additionalProperties:!1},maxProperties:50},tags:{type:[
"object","null"],propertyNames:{maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},additionalProperties:{
type:"object",properties:{description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},reserved:{type:["string","null"],
maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"}},required:[],additionalProperties:!1},maxProperties:1e3},fields:{type:["object","null"],propertyNames:{
maxLength:40,pattern:"^[a-z][a-z0-9_]*$"},additionalProperties:{type:"object",properties:{on:{type:"array",items:{enum:["story","task"]},uniqueItems:!0,
maxItems:1e3,minItems:1},title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},description:{type:["string","null"],minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},schema:{type:"object",properties:{type:{enum:["string","integer","number","boolean","array"]},enum:{type:"\
array",items:{type:["string","integer","number"]},minItems:1,maxItems:200},minimum:{type:"number"},maximum:{type:"number"},minLength:{type:"\
integer",minimum:0,maximum:1e4},maxLength:{type:"integer",minimum:0,maximum:1e4},maxItems:{type:"integer",minimum:0,maximum:1e3},pattern:{type:"\
string",maxLength:200},format:{enum:["day","instant","url"]},items:{type:"object",properties:{type:{enum:["string","integer","number","boole\
an"]},enum:{type:"array",items:{type:["string","integer","number"]},minItems:1,maxItems:200},minimum:{type:"number"},maximum:{type:"number"},
maxLength:{type:"integer",minimum:0,maximum:1e4}},required:["type"],additionalProperties:!1}},required:["type"],additionalProperties:!1}},required:[
"on","schema"],additionalProperties:!1},maxProperties:50},policy:{type:["array","null"],items:{type:"object",properties:{kind:{type:["string",
"array","null"],items:{type:"string",pattern:"^[a-z*]+$"}},fields:{type:["array","null"],items:{type:"string",maxLength:60,pattern:"^(\\+|-|\\\
*|[a-z][a-z0-9_-]*)$"},uniqueItems:!0,maxItems:1e3},from:{type:["array","null"],items:{type:["string","number","boolean"],maxLength:300},uniqueItems:!0,
maxItems:1e3},to:{type:["array","null"],items:{type:["string","number","boolean"],maxLength:300},uniqueItems:!0,maxItems:1e3},projects:{type:[
"array","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._/-]*\\*?$|^\\*$"},uniqueItems:!0,maxItems:1e3},by:{type:["stri\
ng","null"],maxLength:110,pattern:"^(anyone|assignee|author|self|maintainer|team:[a-z0-9][a-z0-9._-]*)$"},approval:{enum:["auto","review","d\
eny"]},reviewers:{type:["string","null"],maxLength:110,pattern:"^(maintainers|team:[a-z0-9][a-z0-9._-]*)$"},reason:{type:["string","null"],minLength:1,
maxLength:300,pattern:"^[^\\n]*$"}},required:["approval"],additionalProperties:!1},uniqueItems:!1,maxItems:1e3},intake:{type:["object","null"],
properties:{address:{type:["string","null"],maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'},author:{type:["string","null"],maxLength:100,
pattern:"^[a-z0-9][a-z0-9._-]*$"}},required:[],additionalProperties:!1},public:{type:["string","null"],maxLength:2e3,pattern:'^https?://[^\\s\
<>"]+$'},restricted:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:["format","name","visibility"],patternProperties:{
"^x-":{}},additionalProperties:!1},qe=new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$","u"),lt=new RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]*$","u"),ot=new RegExp(
"^[a-z][a-z0-9_]*$","u"),mt=new RegExp("^[a-z*]+$","u"),ct=new RegExp("^(\\+|-|\\*|[a-z][a-z0-9_-]*)$","u"),ht=new RegExp("^[a-z0-9][a-z0-9.\
_/-]*\\*?$|^\\*$","u"),ut=new RegExp("^(anyone|assignee|author|self|maintainer|team:[a-z0-9][a-z0-9._-]*)$","u"),ft=new RegExp("^(maintainer\
s|team:[a-z0-9][a-z0-9._-]*)$","u");function re(l,{instancePath:s="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){
let e=null,a=0,P=re.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){
if(l.format===void 0||!c.call(l,"format")){let m={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"format"}};
e===null?e=[m]:e.push(m),a++}if(l.name===void 0||!c.call(l,"name")){let m={instancePath:s,schemaPath:"#/required",keyword:"required",params:{
missingProperty:"name"}};e===null?e=[m]:e.push(m),a++}if(l.visibility===void 0||!c.call(l,"visibility")){let m={instancePath:s,schemaPath:"#\
/required",keyword:"required",params:{missingProperty:"visibility"}};e===null?e=[m]:e.push(m),a++}for(let m of Object.keys(l))if(!(c.call(x.
properties,m)||z.test(m))){let r={instancePath:s,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m}};
e===null?e=[r]:e.push(r),a++}if(l.format!==void 0&&c.call(l,"format")&&l.format!==1){let m={instancePath:s+"/format",schemaPath:"#/propertie\
s/format/const",keyword:"const",params:{allowedValue:1}};e===null?e=[m]:e.push(m),a++}if(l.name!==void 0&&c.call(l,"name")){let m=l.name;if(typeof m==
"string"){if(f(m)>100){let r={instancePath:s+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit:100}};e===null?
e=[r]:e.push(r),a++}if(f(m)<1){let r={instancePath:s+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[r]:e.push(r),a++}if(!I.test(m)){let r={instancePath:s+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern:"\
^[^\\n]*$"}};e===null?e=[r]:e.push(r),a++}}else{let r={instancePath:s+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type:"\
string"}};e===null?e=[r]:e.push(r),a++}}if(l.url!==void 0&&c.call(l,"url")){let m=l.url;if(typeof m!="string"&&m!==null){let r={instancePath:s+
"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type:x.properties.url.type}};e===null?e=[r]:e.push(r),a++}if(typeof m=="str\
ing"){if(f(m)>2e3){let r={instancePath:s+"/url",schemaPath:"#/properties/url/maxLength",keyword:"maxLength",params:{limit:2e3}};e===null?e=[
r]:e.push(r),a++}if(!M.test(m)){let r={instancePath:s+"/url",schemaPath:"#/properties/url/pattern",keyword:"pattern",params:{pattern:'^https\
?://[^\\s<>"]+$'}};e===null?e=[r]:e.push(r),a++}}}if(l.visibility!==void 0&&c.call(l,"visibility")){let m=l.visibility;if(!(m==="public"||m===
"restricted")){let r={instancePath:s+"/visibility",schemaPath:"#/properties/visibility/enum",keyword:"enum",params:{allowedValues:x.properties.
visibility.enum}};e===null?e=[r]:e.push(r),a++}}if(l.team!==void 0&&c.call(l,"team")){let m=l.team;if(typeof m!="string"&&m!==null){let r={instancePath:s+
"/team",schemaPath:"#/properties/team/type",keyword:"type",params:{type:x.properties.team.type}};e===null?e=[r]:e.push(r),a++}if(typeof m=="\
string"){if(f(m)>100){let r={instancePath:s+"/team",schemaPath:"#/properties/team/maxLength",keyword:"maxLength",params:{limit:100}};e===null?
e=[r]:e.push(r),a++}if(!q.test(m)){let r={instancePath:s+"/team",schemaPath:"#/properties/team/pattern",keyword:"pattern",params:{pattern:"^\
[a-z0-9][a-z0-9._-]*$"}};e===null?e=[r]:e.push(r),a++}}}if(l.review!==void 0&&c.call(l,"review")){let m=l.review;if(!(m&&typeof m=="object"&&
!Array.isArray(m))&&m!==null){let r={instancePath:s+"/review",schemaPath:"#/properties/review/type",keyword:"type",params:{type:x.properties.
review.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(m)){if(m.host===void 0||!c.call(m,"host")){let r={instancePath:s+
"/review",schemaPath:"#/properties/review/required",keyword:"required",params:{missingProperty:"host"}};e===null?e=[r]:e.push(r),a++}for(let r of Object.
keys(m))if(!(r==="host"||r==="url"||r==="remote"||r==="branch"||r==="topic"||r==="mail")){let n={instancePath:s+"/review",schemaPath:"#/prop\
erties/review/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:r}};e===null?e=[n]:e.push(n),a++}if(m.host!==void 0&&
c.call(m,"host")){let r=m.host;if(!(r==="gerrit"||r==="github"||r==="gitlab"||r==="gitea"||r==="plain")){let n={instancePath:s+"/review/host",
schemaPath:"#/properties/review/properties/host/enum",keyword:"enum",params:{allowedValues:x.properties.review.properties.host.enum}};e===null?
e=[n]:e.push(n),a++}}if(m.url!==void 0&&c.call(m,"url")){let r=m.url;if(typeof r!="string"&&r!==null){let n={instancePath:s+"/review/url",schemaPath:"\
#/properties/review/properties/url/type",keyword:"type",params:{type:x.properties.review.properties.url.type}};e===null?e=[n]:e.push(n),a++}
if(typeof r=="string"){if(f(r)>2e3){let n={instancePath:s+"/review/url",schemaPath:"#/properties/review/properties/url/maxLength",keyword:"m\
axLength",params:{limit:2e3}};e===null?e=[n]:e.push(n),a++}if(!M.test(r)){let n={instancePath:s+"/review/url",schemaPath:"#/properties/revie\
w/properties/url/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[n]:e.push(n),a++}}}if(m.remote!==void 0&&c.
call(m,"remote")){let r=m.remote;if(typeof r!="string"&&r!==null){let n={instancePath:s+"/review/remote",schemaPath:"#/properties/review/pro\
perties/remote/type",keyword:"type",params:{type:x.properties.review.properties.remote.type}};e===null?e=[n]:e.push(n),a++}if(typeof r=="str\
ing"){if(f(r)>100){let n={instancePath:s+"/review/remote",schemaPath:"#/properties/review/properties/remote/maxLength",keyword:"maxLength",params:{
limit:100}};e===null?e=[n]:e.push(n),a++}if(!qe.test(r)){let n={instancePath:s+"/review/remote",schemaPath:"#/properties/review/properties/r\
emote/pattern",keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"}};e===null?e=[n]:e.push(n),a++}}}if(m.branch!==void 0&&c.call(
m,"branch")){let r=m.branch;if(typeof r!="string"&&r!==null){let n={instancePath:s+"/review/branch",schemaPath:"#/properties/review/properti\
es/branch/type",keyword:"type",params:{type:x.properties.review.properties.branch.type}};e===null?e=[n]:e.push(n),a++}if(typeof r=="string"){
if(f(r)>100){let n={instancePath:s+"/review/branch",schemaPath:"#/properties/review/properties/branch/maxLength",keyword:"maxLength",params:{
limit:100}};e===null?e=[n]:e.push(n),a++}if(!lt.test(r)){let n={instancePath:s+"/review/branch",schemaPath:"#/properties/review/properties/b\
ranch/pattern",keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9._/-]*$"}};e===null?e=[n]:e.push(n),a++}}}if(m.topic!==void 0&&c.call(
m,"topic")){let r=m.topic;if(typeof r!="string"&&r!==null){let n={instancePath:s+"/review/topic",schemaPath:"#/properties/review/properties/\
topic/type",keyword:"type",params:{type:x.properties.review.properties.topic.type}};e===null?e=[n]:e.push(n),a++}if(typeof r=="string"){if(f(
r)>100){let n={instancePath:s+"/review/topic",schemaPath:"#/properties/review/properties/topic/maxLength",keyword:"maxLength",params:{limit:100}};
e===null?e=[n]:e.push(n),a++}if(!qe.test(r)){let n={instancePath:s+"/review/topic",schemaPath:"#/properties/review/properties/topic/pattern",
keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"}};e===null?e=[n]:e.push(n),a++}}}if(m.mail!==void 0&&c.call(m,"mail")){let r=m.
mail;if(typeof r!="string"&&r!==null){let n={instancePath:s+"/review/mail",schemaPath:"#/properties/review/properties/mail/type",keyword:"ty\
pe",params:{type:x.properties.review.properties.mail.type}};e===null?e=[n]:e.push(n),a++}if(typeof r=="string"){if(f(r)>254){let n={instancePath:s+
"/review/mail",schemaPath:"#/properties/review/properties/mail/maxLength",keyword:"maxLength",params:{limit:254}};e===null?e=[n]:e.push(n),a++}
if(!de.test(r)){let n={instancePath:s+"/review/mail",schemaPath:"#/properties/review/properties/mail/pattern",keyword:"pattern",params:{pattern:'\
^[^\\s@<>"]+@[^\\s@<>"]+$'}};e===null?e=[n]:e.push(n),a++}}}}}if(l.types!==void 0&&c.call(l,"types")){let m=l.types;if(!(m&&typeof m=="objec\
t"&&!Array.isArray(m))&&m!==null){let r={instancePath:s+"/types",schemaPath:"#/properties/types/type",keyword:"type",params:{type:x.properties.
types.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(m)){if(Object.keys(m).length>50){let r={instancePath:s+"/\
types",schemaPath:"#/properties/types/maxProperties",keyword:"maxProperties",params:{limit:50}};e===null?e=[r]:e.push(r),a++}for(let r of Object.
keys(m)){let n=a;if(typeof r=="string"){if(f(r)>40){let i={instancePath:s+"/types",schemaPath:"#/properties/types/propertyNames/maxLength",keyword:"\
maxLength",params:{limit:40},propertyName:r};e===null?e=[i]:e.push(i),a++}if(!ae.test(r)){let i={instancePath:s+"/types",schemaPath:"#/prope\
rties/types/propertyNames/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*$"},propertyName:r};e===null?e=[i]:e.push(i),a++}}var t=n===
a;if(!t){let i={instancePath:s+"/types",schemaPath:"#/properties/types/propertyNames",keyword:"propertyNames",params:{propertyName:r}};e===null?
e=[i]:e.push(i),a++}}for(let r of Object.keys(m)){let n=m[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.title===void 0||!c.call(n,"ti\
tle")){let i={instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/types/additionalProperties/required",
keyword:"required",params:{missingProperty:"title"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.keys(n))if(!(i==="title"||i==="descrip\
tion")){let o={instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/types/additionalProperties/additio\
nalProperties",keyword:"additionalProperties",params:{additionalProperty:i}};e===null?e=[o]:e.push(o),a++}if(n.title!==void 0&&c.call(n,"tit\
le")){let i=n.title;if(typeof i=="string"){if(f(i)>300){let o={instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"\
#/properties/types/additionalProperties/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(f(
i)<1){let o={instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/types/additionalProperties/\
properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(i)){let o={instancePath:s+"/types/"+
r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/types/additionalProperties/properties/title/pattern",keyword:"pat\
tern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/title",schemaPath:"#/properties/types/additionalProperties/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:
e.push(o),a++}}if(n.description!==void 0&&c.call(n,"description")){let i=n.description;if(typeof i!="string"&&i!==null){let o={instancePath:s+
"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/types/additionalProperties/properties/description\
/type",keyword:"type",params:{type:x.properties.types.additionalProperties.properties.description.type}};e===null?e=[o]:e.push(o),a++}if(typeof i==
"string"){if(f(i)>300){let o={instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/type\
s/additionalProperties/properties/description/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={
instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/types/additionalProperties/propert\
ies/description/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(i)){let o={instancePath:s+"/types/"+
r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/types/additionalProperties/properties/description/pattern",
keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}}else{let i={instancePath:s+"/types/"+r.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/types/additionalProperties/type",keyword:"type",params:{type:"object"}};e===null?e=[i]:e.push(i),a++}}}}
if(l.tags!==void 0&&c.call(l,"tags")){let m=l.tags;if(!(m&&typeof m=="object"&&!Array.isArray(m))&&m!==null){let r={instancePath:s+"/tags",schemaPath:"\
#/properties/tags/type",keyword:"type",params:{type:x.properties.tags.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(
m)){if(Object.keys(m).length>1e3){let r={instancePath:s+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{
limit:1e3}};e===null?e=[r]:e.push(r),a++}for(let r of Object.keys(m)){let n=a;if(typeof r=="string"){if(f(r)>60){let i={instancePath:s+"/tag\
s",schemaPath:"#/properties/tags/propertyNames/maxLength",keyword:"maxLength",params:{limit:60},propertyName:r};e===null?e=[i]:e.push(i),a++}
if(!ge.test(r)){let i={instancePath:s+"/tags",schemaPath:"#/properties/tags/propertyNames/pattern",keyword:"pattern",params:{pattern:"^[\\p{L\
l}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},propertyName:r};e===null?e=[i]:e.push(i),a++}}var p=n===a;if(!p){let i={instancePath:s+
"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName:r}};e===null?e=[i]:e.push(i),a++}}for(let r of Object.
keys(m)){let n=m[r];if(n&&typeof n=="object"&&!Array.isArray(n)){for(let i of Object.keys(n))if(!(i==="description"||i==="reserved")){let o={
instancePath:s+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/tags/additionalProperties/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:i}};e===null?e=[o]:e.push(o),a++}if(n.description!==void 0&&c.call(n,"description")){let i=n.
description;if(typeof i!="string"&&i!==null){let o={instancePath:s+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"\
#/properties/tags/additionalProperties/properties/description/type",keyword:"type",params:{type:x.properties.tags.additionalProperties.properties.
description.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>300){let o={instancePath:s+"/tags/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/description",schemaPath:"#/properties/tags/additionalProperties/properties/description/maxLength",keyword:"maxLength",params:{
limit:300}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"\
#/properties/tags/additionalProperties/properties/description/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}
if(!I.test(i)){let o={instancePath:s+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/tags/addition\
alProperties/properties/description/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}if(n.reserved!==
void 0&&c.call(n,"reserved")){let i=n.reserved;if(typeof i!="string"&&i!==null){let o={instancePath:s+"/tags/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/reserved",schemaPath:"#/properties/tags/additionalProperties/properties/reserved/type",keyword:"type",params:{type:x.properties.
tags.additionalProperties.properties.reserved.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>100){let o={instancePath:s+
"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/reserved",schemaPath:"#/properties/tags/additionalProperties/properties/reserved/maxLeng\
th",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}if(!q.test(i)){let o={instancePath:s+"/tags/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")+"/reserved",schemaPath:"#/properties/tags/additionalProperties/properties/reserved/pattern",keyword:"pattern",params:{pattern:"\
^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[o]:e.push(o),a++}}}}else{let i={instancePath:s+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/tags/additionalProperties/type",keyword:"type",params:{type:"object"}};e===null?e=[i]:e.push(i),a++}}}}if(l.fields!==void 0&&c.
call(l,"fields")){let m=l.fields;if(!(m&&typeof m=="object"&&!Array.isArray(m))&&m!==null){let r={instancePath:s+"/fields",schemaPath:"#/pro\
perties/fields/type",keyword:"type",params:{type:x.properties.fields.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(
m)){if(Object.keys(m).length>50){let r={instancePath:s+"/fields",schemaPath:"#/properties/fields/maxProperties",keyword:"maxProperties",params:{
limit:50}};e===null?e=[r]:e.push(r),a++}for(let r of Object.keys(m)){let n=a;if(typeof r=="string"){if(f(r)>40){let i={instancePath:s+"/fiel\
ds",schemaPath:"#/properties/fields/propertyNames/maxLength",keyword:"maxLength",params:{limit:40},propertyName:r};e===null?e=[i]:e.push(i),
a++}if(!ot.test(r)){let i={instancePath:s+"/fields",schemaPath:"#/properties/fields/propertyNames/pattern",keyword:"pattern",params:{pattern:"\
^[a-z][a-z0-9_]*$"},propertyName:r};e===null?e=[i]:e.push(i),a++}}var h=n===a;if(!h){let i={instancePath:s+"/fields",schemaPath:"#/propertie\
s/fields/propertyNames",keyword:"propertyNames",params:{propertyName:r}};e===null?e=[i]:e.push(i),a++}}for(let r of Object.keys(m)){let n=m[r];
if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.on===void 0||!c.call(n,"on")){let i={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/fields/additionalProperties/required",keyword:"required",params:{missingProperty:"on"}};e===null?e=[i]:
e.push(i),a++}if(n.schema===void 0||!c.call(n,"schema")){let i={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/fields/additionalProperties/required",keyword:"required",params:{missingProperty:"schema"}};e===null?e=[i]:e.push(i),a++}for(let i of Object.
keys(n))if(!(i==="on"||i==="title"||i==="description"||i==="schema")){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/fields/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i}};
e===null?e=[o]:e.push(o),a++}if(n.on!==void 0&&c.call(n,"on")){let i=n.on;if(Array.isArray(i)){if(i.length>1e3){let k={instancePath:s+"/fiel\
ds/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/on",schemaPath:"#/properties/fields/additionalProperties/properties/on/maxItems",keyword:"ma\
xItems",params:{limit:1e3}};e===null?e=[k]:e.push(k),a++}if(i.length<1){let k={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,
"~1")+"/on",schemaPath:"#/properties/fields/additionalProperties/properties/on/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[k]:
e.push(k),a++}let o=i.length;for(let k=0;k<o;k++){let y=i[k];if(!(y==="story"||y==="task")){let g={instancePath:s+"/fields/"+r.replace(/~/g,
"~0").replace(/\//g,"~1")+"/on/"+k,schemaPath:"#/properties/fields/additionalProperties/properties/on/items/enum",keyword:"enum",params:{allowedValues:x.
properties.fields.additionalProperties.properties.on.items.enum}};e===null?e=[g]:e.push(g),a++}}let u=i.length,d;if(u>1){e:for(;u--;)for(d=u;d--;)
if(R(i[u],i[d])){let k={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/on",schemaPath:"#/properties/fields/additionalP\
roperties/properties/on/uniqueItems",keyword:"uniqueItems",params:{i:u,j:d}};e===null?e=[k]:e.push(k),a++;break e}}}else{let o={instancePath:s+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/on",schemaPath:"#/properties/fields/additionalProperties/properties/on/type",keyword:"\
type",params:{type:"array"}};e===null?e=[o]:e.push(o),a++}}if(n.title!==void 0&&c.call(n,"title")){let i=n.title;if(typeof i!="string"&&i!==
null){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/fields/additionalPropertie\
s/properties/title/type",keyword:"type",params:{type:x.properties.fields.additionalProperties.properties.title.type}};e===null?e=[o]:e.push(
o),a++}if(typeof i=="string"){if(f(i)>300){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/\
properties/fields/additionalProperties/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(f(
i)<1){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/fields/additionalPropertie\
s/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(i)){let o={instancePath:s+"/fiel\
ds/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/fields/additionalProperties/properties/title/pattern",keyword:"\
pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}if(n.description!==void 0&&c.call(n,"description")){let i=n.description;
if(typeof i!="string"&&i!==null){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/prop\
erties/fields/additionalProperties/properties/description/type",keyword:"type",params:{type:x.properties.fields.additionalProperties.properties.
description.type}};e===null?e=[o]:e.push(o),a++}if(typeof i=="string"){if(f(i)>300){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/description",schemaPath:"#/properties/fields/additionalProperties/properties/description/maxLength",keyword:"maxLength",params:{
limit:300}};e===null?e=[o]:e.push(o),a++}if(f(i)<1){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",
schemaPath:"#/properties/fields/additionalProperties/properties/description/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:
e.push(o),a++}if(!I.test(i)){let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properti\
es/fields/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}
if(n.schema!==void 0&&c.call(n,"schema")){let i=n.schema;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.type===void 0||!c.call(i,"type")){
let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema",schemaPath:"#/properties/fields/additionalProperties/pro\
perties/schema/required",keyword:"required",params:{missingProperty:"type"}};e===null?e=[o]:e.push(o),a++}for(let o of Object.keys(i))if(!c.
call(x.properties.fields.additionalProperties.properties.schema.properties,o)){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/schema",schemaPath:"#/properties/fields/additionalProperties/properties/schema/additionalProperties",keyword:"additionalProper\
ties",params:{additionalProperty:o}};e===null?e=[u]:e.push(u),a++}if(i.type!==void 0&&c.call(i,"type")){let o=i.type;if(!(o==="string"||o===
"integer"||o==="number"||o==="boolean"||o==="array")){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/typ\
e",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/type/enum",keyword:"enum",params:{allowedValues:x.properties.
fields.additionalProperties.properties.schema.properties.type.enum}};e===null?e=[u]:e.push(u),a++}}if(i.enum!==void 0&&c.call(i,"enum")){let o=i.
enum;if(Array.isArray(o)){if(o.length>200){let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum",schemaPath:"\
#/properties/fields/additionalProperties/properties/schema/properties/enum/maxItems",keyword:"maxItems",params:{limit:200}};e===null?e=[d]:e.
push(d),a++}if(o.length<1){let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum",schemaPath:"#/properties\
/fields/additionalProperties/properties/schema/properties/enum/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[d]:e.push(d),a++}let u=o.
length;for(let d=0;d<u;d++){let k=o[d];if(typeof k!="string"&&!(typeof k=="number"&&isFinite(k))){let y={instancePath:s+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema/enum/"+d,schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/enum/item\
s/type",keyword:"type",params:{type:x.properties.fields.additionalProperties.properties.schema.properties.enum.items.type}};e===null?e=[y]:e.
push(y),a++}}}else{let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum",schemaPath:"#/properties/fields/\
additionalProperties/properties/schema/properties/enum/type",keyword:"type",params:{type:"array"}};e===null?e=[u]:e.push(u),a++}}if(i.minimum!==
void 0&&c.call(i,"minimum")){let o=i.minimum;if(!(typeof o=="number"&&isFinite(o))){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/schema/minimum",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/minimum/type",keyword:"type",
params:{type:"number"}};e===null?e=[u]:e.push(u),a++}}if(i.maximum!==void 0&&c.call(i,"maximum")){let o=i.maximum;if(!(typeof o=="number"&&isFinite(
o))){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maximum",schemaPath:"#/properties/fields/additionalP\
roperties/properties/schema/properties/maximum/type",keyword:"type",params:{type:"number"}};e===null?e=[u]:e.push(u),a++}}if(i.minLength!==void 0&&
c.call(i,"minLength")){let o=i.minLength;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let u={instancePath:s+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema/minLength",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/minLeng\
th/type",keyword:"type",params:{type:"integer"}};e===null?e=[u]:e.push(u),a++}if(typeof o=="number"&&isFinite(o)){if(o>1e4||isNaN(o)){let u={
instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/minLength",schemaPath:"#/properties/fields/additionalProperties/\
properties/schema/properties/minLength/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e4}};e===null?e=[u]:e.push(u),a++}if(o<0||isNaN(
o)){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/minLength",schemaPath:"#/properties/fields/additional\
Properties/properties/schema/properties/minLength/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[u]:e.push(u),a++}}}
if(i.maxLength!==void 0&&c.call(i,"maxLength")){let o=i.maxLength;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let u={instancePath:s+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxLength",schemaPath:"#/properties/fields/additionalProperties/properties/sche\
ma/properties/maxLength/type",keyword:"type",params:{type:"integer"}};e===null?e=[u]:e.push(u),a++}if(typeof o=="number"&&isFinite(o)){if(o>
1e4||isNaN(o)){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxLength",schemaPath:"#/properties/fields\
/additionalProperties/properties/schema/properties/maxLength/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e4}};e===null?e=[u]:e.
push(u),a++}if(o<0||isNaN(o)){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxLength",schemaPath:"#/pr\
operties/fields/additionalProperties/properties/schema/properties/maxLength/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===
null?e=[u]:e.push(u),a++}}}if(i.maxItems!==void 0&&c.call(i,"maxItems")){let o=i.maxItems;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(
o))){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxItems",schemaPath:"#/properties/fields/additional\
Properties/properties/schema/properties/maxItems/type",keyword:"type",params:{type:"integer"}};e===null?e=[u]:e.push(u),a++}if(typeof o=="nu\
mber"&&isFinite(o)){if(o>1e3||isNaN(o)){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxItems",schemaPath:"\
#/properties/fields/additionalProperties/properties/schema/properties/maxItems/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e3}};
e===null?e=[u]:e.push(u),a++}if(o<0||isNaN(o)){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxItems",
schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/maxItems/minimum",keyword:"minimum",params:{comparison:">=",
limit:0}};e===null?e=[u]:e.push(u),a++}}}if(i.pattern!==void 0&&c.call(i,"pattern")){let o=i.pattern;if(typeof o=="string"){if(f(o)>200){let u={
instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/pattern",schemaPath:"#/properties/fields/additionalProperties/pr\
operties/schema/properties/pattern/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[u]:e.push(u),a++}}else{let u={instancePath:s+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/pattern",schemaPath:"#/properties/fields/additionalProperties/properties/schema\
/properties/pattern/type",keyword:"type",params:{type:"string"}};e===null?e=[u]:e.push(u),a++}}if(i.format!==void 0&&c.call(i,"format")){let o=i.
format;if(!(o==="day"||o==="instant"||o==="url")){let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/format",
schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/format/enum",keyword:"enum",params:{allowedValues:x.properties.
fields.additionalProperties.properties.schema.properties.format.enum}};e===null?e=[u]:e.push(u),a++}}if(i.items!==void 0&&c.call(i,"items")){
let o=i.items;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.type===void 0||!c.call(o,"type")){let u={instancePath:s+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema/items",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/requi\
red",keyword:"required",params:{missingProperty:"type"}};e===null?e=[u]:e.push(u),a++}for(let u of Object.keys(o))if(!(u==="type"||u==="enum"||
u==="minimum"||u==="maximum"||u==="maxLength")){let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items",schemaPath:"\
#/properties/fields/additionalProperties/properties/schema/properties/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:u}};
e===null?e=[d]:e.push(d),a++}if(o.type!==void 0&&c.call(o,"type")){let u=o.type;if(!(u==="string"||u==="integer"||u==="number"||u==="boolean")){
let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/type",schemaPath:"#/properties/fields/additionalPro\
perties/properties/schema/properties/items/properties/type/enum",keyword:"enum",params:{allowedValues:x.properties.fields.additionalProperties.
properties.schema.properties.items.properties.type.enum}};e===null?e=[d]:e.push(d),a++}}if(o.enum!==void 0&&c.call(o,"enum")){let u=o.enum;if(Array.
isArray(u)){if(u.length>200){let k={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/enum",schemaPath:"#/pr\
operties/fields/additionalProperties/properties/schema/properties/items/properties/enum/maxItems",keyword:"maxItems",params:{limit:200}};e===
null?e=[k]:e.push(k),a++}if(u.length<1){let k={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/enum",schemaPath:"\
#/properties/fields/additionalProperties/properties/schema/properties/items/properties/enum/minItems",keyword:"minItems",params:{limit:1}};e===
null?e=[k]:e.push(k),a++}let d=u.length;for(let k=0;k<d;k++){let y=u[k];if(typeof y!="string"&&!(typeof y=="number"&&isFinite(y))){let g={instancePath:s+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/enum/"+k,schemaPath:"#/properties/fields/additionalProperties/properties/\
schema/properties/items/properties/enum/items/type",keyword:"type",params:{type:x.properties.fields.additionalProperties.properties.schema.properties.
items.properties.enum.items.type}};e===null?e=[g]:e.push(g),a++}}}else{let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/schema/items/enum",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/properties/enum/type",keyword:"\
type",params:{type:"array"}};e===null?e=[d]:e.push(d),a++}}if(o.minimum!==void 0&&c.call(o,"minimum")){let u=o.minimum;if(!(typeof u=="numbe\
r"&&isFinite(u))){let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/minimum",schemaPath:"#/properties\
/fields/additionalProperties/properties/schema/properties/items/properties/minimum/type",keyword:"type",params:{type:"number"}};e===null?e=[
d]:e.push(d),a++}}if(o.maximum!==void 0&&c.call(o,"maximum")){let u=o.maximum;if(!(typeof u=="number"&&isFinite(u))){let d={instancePath:s+"\
/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maximum",schemaPath:"#/properties/fields/additionalProperties/properties/s\
chema/properties/items/properties/maximum/type",keyword:"type",params:{type:"number"}};e===null?e=[d]:e.push(d),a++}}if(o.maxLength!==void 0&&
c.call(o,"maxLength")){let u=o.maxLength;if(!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(u))){let d={instancePath:s+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxLength",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/i\
tems/properties/maxLength/type",keyword:"type",params:{type:"integer"}};e===null?e=[d]:e.push(d),a++}if(typeof u=="number"&&isFinite(u)){if(u>
1e4||isNaN(u)){let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxLength",schemaPath:"#/properties/\
fields/additionalProperties/properties/schema/properties/items/properties/maxLength/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e4}};
e===null?e=[d]:e.push(d),a++}if(u<0||isNaN(u)){let d={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxL\
ength",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/properties/maxLength/minimum",keyword:"minimu\
m",params:{comparison:">=",limit:0}};e===null?e=[d]:e.push(d),a++}}}}else{let u={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,
"~1")+"/schema/items",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/type",keyword:"type",params:{type:"\
object"}};e===null?e=[u]:e.push(u),a++}}}else{let o={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema",schemaPath:"\
#/properties/fields/additionalProperties/properties/schema/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}}else{
let i={instancePath:s+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/fields/additionalProperties/type",keyword:"\
type",params:{type:"object"}};e===null?e=[i]:e.push(i),a++}}}}if(l.policy!==void 0&&c.call(l,"policy")){let m=l.policy;if(!Array.isArray(m)&&
m!==null){let r={instancePath:s+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type:x.properties.policy.type}};e===null?
e=[r]:e.push(r),a++}if(Array.isArray(m)){if(m.length>1e3){let n={instancePath:s+"/policy",schemaPath:"#/properties/policy/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[n]:e.push(n),a++}let r=m.length;for(let n=0;n<r;n++){let i=m[n];if(i&&typeof i=="object"&&!Array.isArray(
i)){if(i.approval===void 0||!c.call(i,"approval")){let o={instancePath:s+"/policy/"+n,schemaPath:"#/properties/policy/items/required",keyword:"\
required",params:{missingProperty:"approval"}};e===null?e=[o]:e.push(o),a++}for(let o of Object.keys(i))if(!c.call(x.properties.policy.items.
properties,o)){let u={instancePath:s+"/policy/"+n,schemaPath:"#/properties/policy/items/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:o}};e===null?e=[u]:e.push(u),a++}if(i.kind!==void 0&&c.call(i,"kind")){let o=i.kind;if(typeof o!="string"&&!Array.
isArray(o)&&o!==null){let u={instancePath:s+"/policy/"+n+"/kind",schemaPath:"#/properties/policy/items/properties/kind/type",keyword:"type",
params:{type:x.properties.policy.items.properties.kind.type}};e===null?e=[u]:e.push(u),a++}if(Array.isArray(o)){let u=o.length;for(let d=0;d<
u;d++){let k=o[d];if(typeof k=="string"){if(!mt.test(k)){let y={instancePath:s+"/policy/"+n+"/kind/"+d,schemaPath:"#/properties/policy/items\
/properties/kind/items/pattern",keyword:"pattern",params:{pattern:"^[a-z*]+$"}};e===null?e=[y]:e.push(y),a++}}else{let y={instancePath:s+"/p\
olicy/"+n+"/kind/"+d,schemaPath:"#/properties/policy/items/properties/kind/items/type",keyword:"type",params:{type:"string"}};e===null?e=[y]:
e.push(y),a++}}}}if(i.fields!==void 0&&c.call(i,"fields")){let o=i.fields;if(!Array.isArray(o)&&o!==null){let u={instancePath:s+"/policy/"+n+
"/fields",schemaPath:"#/properties/policy/items/properties/fields/type",keyword:"type",params:{type:x.properties.policy.items.properties.fields.
type}};e===null?e=[u]:e.push(u),a++}if(Array.isArray(o)){if(o.length>1e3){let y={instancePath:s+"/policy/"+n+"/fields",schemaPath:"#/propert\
ies/policy/items/properties/fields/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[y]:e.push(y),a++}let u=o.length;for(let y=0;y<
u;y++){let g=o[y];if(typeof g=="string"){if(f(g)>60){let b={instancePath:s+"/policy/"+n+"/fields/"+y,schemaPath:"#/properties/policy/items/p\
roperties/fields/items/maxLength",keyword:"maxLength",params:{limit:60}};e===null?e=[b]:e.push(b),a++}if(!ct.test(g)){let b={instancePath:s+
"/policy/"+n+"/fields/"+y,schemaPath:"#/properties/policy/items/properties/fields/items/pattern",keyword:"pattern",params:{pattern:"^(\\+|-|\\\
*|[a-z][a-z0-9_-]*)$"}};e===null?e=[b]:e.push(b),a++}}else{let b={instancePath:s+"/policy/"+n+"/fields/"+y,schemaPath:"#/properties/policy/i\
tems/properties/fields/items/type",keyword:"type",params:{type:"string"}};e===null?e=[b]:e.push(b),a++}}let d=o.length,k;if(d>1){let y={};for(;d--;){
let g=o[d];if(typeof g=="string"){if(typeof y[g]=="number"){k=y[g];let b={instancePath:s+"/policy/"+n+"/fields",schemaPath:"#/properties/pol\
icy/items/properties/fields/uniqueItems",keyword:"uniqueItems",params:{i:d,j:k}};e===null?e=[b]:e.push(b),a++;break}y[g]=d}}}}}if(i.from!==void 0&&
c.call(i,"from")){let o=i.from;if(!Array.isArray(o)&&o!==null){let u={instancePath:s+"/policy/"+n+"/from",schemaPath:"#/properties/policy/it\
ems/properties/from/type",keyword:"type",params:{type:x.properties.policy.items.properties.from.type}};e===null?e=[u]:e.push(u),a++}if(Array.
isArray(o)){if(o.length>1e3){let y={instancePath:s+"/policy/"+n+"/from",schemaPath:"#/properties/policy/items/properties/from/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[y]:e.push(y),a++}let u=o.length;for(let y=0;y<u;y++){let g=o[y];if(typeof g!="string"&&!(typeof g==
"number"&&isFinite(g))&&typeof g!="boolean"){let b={instancePath:s+"/policy/"+n+"/from/"+y,schemaPath:"#/properties/policy/items/properties/\
from/items/type",keyword:"type",params:{type:x.properties.policy.items.properties.from.items.type}};e===null?e=[b]:e.push(b),a++}if(typeof g==
"string"&&f(g)>300){let b={instancePath:s+"/policy/"+n+"/from/"+y,schemaPath:"#/properties/policy/items/properties/from/items/maxLength",keyword:"\
maxLength",params:{limit:300}};e===null?e=[b]:e.push(b),a++}}let d=o.length,k;if(d>1){let y={};for(;d--;){let g=o[d];if(!(typeof g!="string"&&
!(typeof g=="number"&&isFinite(g))&&typeof g!="boolean")){if(typeof g=="string"&&(g+="_"),typeof y[g]=="number"){k=y[g];let b={instancePath:s+
"/policy/"+n+"/from",schemaPath:"#/properties/policy/items/properties/from/uniqueItems",keyword:"uniqueItems",params:{i:d,j:k}};e===null?e=[
b]:e.push(b),a++;break}y[g]=d}}}}}if(i.to!==void 0&&c.call(i,"to")){let o=i.to;if(!Array.isArray(o)&&o!==null){let u={instancePath:s+"/polic\
y/"+n+"/to",schemaPath:"#/properties/policy/items/properties/to/type",keyword:"type",params:{type:x.properties.policy.items.properties.to.type}};
e===null?e=[u]:e.push(u),a++}if(Array.isArray(o)){if(o.length>1e3){let y={instancePath:s+"/policy/"+n+"/to",schemaPath:"#/properties/policy/\
items/properties/to/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[y]:e.push(y),a++}let u=o.length;for(let y=0;y<u;y++){let g=o[y];
if(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boolean"){let b={instancePath:s+"/policy/"+n+"/to/"+y,schemaPath:"#/pr\
operties/policy/items/properties/to/items/type",keyword:"type",params:{type:x.properties.policy.items.properties.to.items.type}};e===null?e=
[b]:e.push(b),a++}if(typeof g=="string"&&f(g)>300){let b={instancePath:s+"/policy/"+n+"/to/"+y,schemaPath:"#/properties/policy/items/propert\
ies/to/items/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[b]:e.push(b),a++}}let d=o.length,k;if(d>1){let y={};for(;d--;){let g=o[d];
if(!(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boolean")){if(typeof g=="string"&&(g+="_"),typeof y[g]=="number"){k=
y[g];let b={instancePath:s+"/policy/"+n+"/to",schemaPath:"#/properties/policy/items/properties/to/uniqueItems",keyword:"uniqueItems",params:{
i:d,j:k}};e===null?e=[b]:e.push(b),a++;break}y[g]=d}}}}}if(i.projects!==void 0&&c.call(i,"projects")){let o=i.projects;if(!Array.isArray(o)&&
o!==null){let u={instancePath:s+"/policy/"+n+"/projects",schemaPath:"#/properties/policy/items/properties/projects/type",keyword:"type",params:{
type:x.properties.policy.items.properties.projects.type}};e===null?e=[u]:e.push(u),a++}if(Array.isArray(o)){if(o.length>1e3){let y={instancePath:s+
"/policy/"+n+"/projects",schemaPath:"#/properties/policy/items/properties/projects/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?
e=[y]:e.push(y),a++}let u=o.length;for(let y=0;y<u;y++){let g=o[y];if(typeof g=="string"){if(f(g)>150){let b={instancePath:s+"/policy/"+n+"/\
projects/"+y,schemaPath:"#/properties/policy/items/properties/projects/items/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[
b]:e.push(b),a++}if(!ht.test(g)){let b={instancePath:s+"/policy/"+n+"/projects/"+y,schemaPath:"#/properties/policy/items/properties/projects\
/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._/-]*\\*?$|^\\*$"}};e===null?e=[b]:e.push(b),a++}}else{let b={instancePath:s+
"/policy/"+n+"/projects/"+y,schemaPath:"#/properties/policy/items/properties/projects/items/type",keyword:"type",params:{type:"string"}};e===
null?e=[b]:e.push(b),a++}}let d=o.length,k;if(d>1){let y={};for(;d--;){let g=o[d];if(typeof g=="string"){if(typeof y[g]=="number"){k=y[g];let b={
instancePath:s+"/policy/"+n+"/projects",schemaPath:"#/properties/policy/items/properties/projects/uniqueItems",keyword:"uniqueItems",params:{
i:d,j:k}};e===null?e=[b]:e.push(b),a++;break}y[g]=d}}}}}if(i.by!==void 0&&c.call(i,"by")){let o=i.by;if(typeof o!="string"&&o!==null){let u={
instancePath:s+"/policy/"+n+"/by",schemaPath:"#/properties/policy/items/properties/by/type",keyword:"type",params:{type:x.properties.policy.
items.properties.by.type}};e===null?e=[u]:e.push(u),a++}if(typeof o=="string"){if(f(o)>110){let u={instancePath:s+"/policy/"+n+"/by",schemaPath:"\
#/properties/policy/items/properties/by/maxLength",keyword:"maxLength",params:{limit:110}};e===null?e=[u]:e.push(u),a++}if(!ut.test(o)){let u={
instancePath:s+"/policy/"+n+"/by",schemaPath:"#/properties/policy/items/properties/by/pattern",keyword:"pattern",params:{pattern:"^(anyone|a\
ssignee|author|self|maintainer|team:[a-z0-9][a-z0-9._-]*)$"}};e===null?e=[u]:e.push(u),a++}}}if(i.approval!==void 0&&c.call(i,"approval")){let o=i.
approval;if(!(o==="auto"||o==="review"||o==="deny")){let u={instancePath:s+"/policy/"+n+"/approval",schemaPath:"#/properties/policy/items/pr\
operties/approval/enum",keyword:"enum",params:{allowedValues:x.properties.policy.items.properties.approval.enum}};e===null?e=[u]:e.push(u),a++}}
if(i.reviewers!==void 0&&c.call(i,"reviewers")){let o=i.reviewers;if(typeof o!="string"&&o!==null){let u={instancePath:s+"/policy/"+n+"/revi\
ewers",schemaPath:"#/properties/policy/items/properties/reviewers/type",keyword:"type",params:{type:x.properties.policy.items.properties.reviewers.
type}};e===null?e=[u]:e.push(u),a++}if(typeof o=="string"){if(f(o)>110){let u={instancePath:s+"/policy/"+n+"/reviewers",schemaPath:"#/proper\
ties/policy/items/properties/reviewers/maxLength",keyword:"maxLength",params:{limit:110}};e===null?e=[u]:e.push(u),a++}if(!ft.test(o)){let u={
instancePath:s+"/policy/"+n+"/reviewers",schemaPath:"#/properties/policy/items/properties/reviewers/pattern",keyword:"pattern",params:{pattern:"\
^(maintainers|team:[a-z0-9][a-z0-9._-]*)$"}};e===null?e=[u]:e.push(u),a++}}}if(i.reason!==void 0&&c.call(i,"reason")){let o=i.reason;if(typeof o!=
"string"&&o!==null){let u={instancePath:s+"/policy/"+n+"/reason",schemaPath:"#/properties/policy/items/properties/reason/type",keyword:"type",
params:{type:x.properties.policy.items.properties.reason.type}};e===null?e=[u]:e.push(u),a++}if(typeof o=="string"){if(f(o)>300){let u={instancePath:s+
"/policy/"+n+"/reason",schemaPath:"#/properties/policy/items/properties/reason/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=
[u]:e.push(u),a++}if(f(o)<1){let u={instancePath:s+"/policy/"+n+"/reason",schemaPath:"#/properties/policy/items/properties/reason/minLength",
keyword:"minLength",params:{limit:1}};e===null?e=[u]:e.push(u),a++}if(!I.test(o)){let u={instancePath:s+"/policy/"+n+"/reason",schemaPath:"#\
/properties/policy/items/properties/reason/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[u]:e.push(u),a++}}}}else{let o={
instancePath:s+"/policy/"+n,schemaPath:"#/properties/policy/items/type",keyword:"type",params:{type:"object"}};e===null?e=[o]:e.push(o),a++}}}}
if(l.intake!==void 0&&c.call(l,"intake")){let m=l.intake;if(!(m&&typeof m=="object"&&!Array.isArray(m))&&m!==null){let r={instancePath:s+"/i\
ntake",schemaPath:"#/properties/intake/type",keyword:"type",params:{type:x.properties.intake.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m==
"object"&&!Array.isArray(m)){for(let r of Object.keys(m))if(!(r==="address"||r==="author")){let n={instancePath:s+"/intake",schemaPath:"#/pr\
operties/intake/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:r}};e===null?e=[n]:e.push(n),a++}if(m.address!==
void 0&&c.call(m,"address")){let r=m.address;if(typeof r!="string"&&r!==null){let n={instancePath:s+"/intake/address",schemaPath:"#/properti\
es/intake/properties/address/type",keyword:"type",params:{type:x.properties.intake.properties.address.type}};e===null?e=[n]:e.push(n),a++}if(typeof r==
"string"){if(f(r)>254){let n={instancePath:s+"/intake/address",schemaPath:"#/properties/intake/properties/address/maxLength",keyword:"maxLen\
gth",params:{limit:254}};e===null?e=[n]:e.push(n),a++}if(!de.test(r)){let n={instancePath:s+"/intake/address",schemaPath:"#/properties/intak\
e/properties/address/pattern",keyword:"pattern",params:{pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}};e===null?e=[n]:e.push(n),a++}}}if(m.author!==void 0&&
c.call(m,"author")){let r=m.author;if(typeof r!="string"&&r!==null){let n={instancePath:s+"/intake/author",schemaPath:"#/properties/intake/p\
roperties/author/type",keyword:"type",params:{type:x.properties.intake.properties.author.type}};e===null?e=[n]:e.push(n),a++}if(typeof r=="s\
tring"){if(f(r)>100){let n={instancePath:s+"/intake/author",schemaPath:"#/properties/intake/properties/author/maxLength",keyword:"maxLength",
params:{limit:100}};e===null?e=[n]:e.push(n),a++}if(!q.test(r)){let n={instancePath:s+"/intake/author",schemaPath:"#/properties/intake/prope\
rties/author/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[n]:e.push(n),a++}}}}}if(l.public!==void 0&&c.
call(l,"public")){let m=l.public;if(typeof m!="string"&&m!==null){let r={instancePath:s+"/public",schemaPath:"#/properties/public/type",keyword:"\
type",params:{type:x.properties.public.type}};e===null?e=[r]:e.push(r),a++}if(typeof m=="string"){if(f(m)>2e3){let r={instancePath:s+"/publi\
c",schemaPath:"#/properties/public/maxLength",keyword:"maxLength",params:{limit:2e3}};e===null?e=[r]:e.push(r),a++}if(!M.test(m)){let r={instancePath:s+
"/public",schemaPath:"#/properties/public/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[r]:e.push(r),a++}}}
if(l.restricted!==void 0&&c.call(l,"restricted")){let m=l.restricted;if(typeof m!="string"&&m!==null){let r={instancePath:s+"/restricted",schemaPath:"\
#/properties/restricted/type",keyword:"type",params:{type:x.properties.restricted.type}};e===null?e=[r]:e.push(r),a++}if(typeof m=="string"){
if(f(m)>300){let r={instancePath:s+"/restricted",schemaPath:"#/properties/restricted/maxLength",keyword:"maxLength",params:{limit:300}};e===
null?e=[r]:e.push(r),a++}if(f(m)<1){let r={instancePath:s+"/restricted",schemaPath:"#/properties/restricted/minLength",keyword:"minLength",params:{
limit:1}};e===null?e=[r]:e.push(r),a++}if(!I.test(m)){let r={instancePath:s+"/restricted",schemaPath:"#/properties/restricted/pattern",keyword:"\
pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[r]:e.push(r),a++}}}}else{let m={instancePath:s,schemaPath:"#/type",keyword:"type",params:{
type:"object"}};e===null?e=[m]:e.push(m),a++}return re.errors=e,a===0}re.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var kt={affects:Be,
board:Ge,comment:He,group:Ke,list:Qe,milestone:We,person:Xe,project:et,story:tt,task:it,team:at,template:pt,tracker:nt};export{Be as affects,Ge as board,kt as check,He as comment,Ke as group,Qe as list,We as milestone,Xe as person,et as project,tt as story,it as task,
at as team,pt as template,nt as tracker};
