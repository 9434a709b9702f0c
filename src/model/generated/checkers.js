// Generated from schema/ by scripts/generate.mjs; do not edit.
var pe=Object.defineProperty;var ze=Object.getOwnPropertyDescriptor;var _e=Object.getOwnPropertyNames;var Ne=Object.prototype.hasOwnProperty;var Oe=(l,i,w)=>()=>{if(w)throw w[0];try{return l&&(i=l(l=0)),i}catch(j){throw w=[j],j}};var ne=(l,i)=>()=>{try{return i||l((i={exports:{}}).exports,i),i.exports}catch(w){throw i=0,w}},De=(l,i)=>{for(var w in i)pe(l,w,{get:i[w],enumerable:!0})},
Ee=(l,i,w,j)=>{if(i&&typeof i=="object"||typeof i=="function")for(let L of _e(i))!Ne.call(l,L)&&L!==w&&pe(l,L,{get:()=>i[L],enumerable:!(j=ze(
i,L))||j.enumerable});return l};var Pe=l=>Ee(pe({},"__esModule",{value:!0}),l);var me={};De(me,{endOfDay:()=>Me,formats:()=>Se,instantFrom:()=>Ve,instantOf:()=>le,instantOfSeconds:()=>Ze,isCompactInstant:()=>Ce,isDay:()=>we,
isInstant:()=>ke});function ke(l){return Fe.test(l)&&oe(l,0,5,8)&&xe(l,11,14,17)}function we(l){return Re.test(l)&&oe(l,0,5,8)}function le(l){
return`${l.toISOString().slice(0,19)}Z`}function Ze(l){return le(new Date(l*1e3))}function Ve(l){if(typeof l!="string"||!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.
test(l))return;let i=/(?:Z|[+-]\d{2}:?\d{2})$/.test(l)?l:`${l}Z`,w=new Date(i.replace(" ","T"));return Number.isNaN(w.getTime())?void 0:le(w)}
function Me(l){return Date.parse(`${l}T00:00:00Z`)+864e5}function Ce(l){return oe(l,0,4,6)&&xe(l,9,11,13)}function oe(l,i,w,j){let L=E(l,i)*
100+E(l,i+2),v=E(l,w),e=E(l,j),a=v===2&&L%4===0&&(L%100!==0||L%400===0)?1:0;return e>=1&&e<=(Te[v-1]??-1)+a}function xe(l,i,w,j){return E(l,
i)<24&&E(l,w)<60&&E(l,j)<60}function E(l,i){return(l.charCodeAt(i)-48)*10+l.charCodeAt(i+1)-48}var Fe,Re,Te,Se,he=Oe(()=>{"use strict";Fe=/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
Re=/^\d{4}-\d{2}-\d{2}$/;Te=[31,28,31,30,31,30,31,31,30,31,30,31];Se={instant:ke,day:we}});var Le=ne(ce=>{"use strict";Object.defineProperty(ce,"__esModule",{value:!0});function be(l){let i=l.length,w=0,j=0,L;for(;j<i;)w++,L=l.charCodeAt(
j++),L>=55296&&L<=56319&&j<i&&(L=l.charCodeAt(j),(L&64512)===56320&&j++);return w}ce.default=be;be.code='require("ajv/dist/runtime/ucs2lengt\
h").default'});var Ie=ne((gt,je)=>{"use strict";je.exports=function l(i,w){if(i===w)return!0;if(i&&w&&typeof i=="object"&&typeof w=="object"){if(i.constructor!==
w.constructor)return!1;var j,L,v;if(Array.isArray(i)){if(j=i.length,j!=w.length)return!1;for(L=j;L--!==0;)if(!l(i[L],w[L]))return!1;return!0}
if(i.constructor===RegExp)return i.source===w.source&&i.flags===w.flags;if(i.valueOf!==Object.prototype.valueOf)return i.valueOf()===w.valueOf();
if(i.toString!==Object.prototype.toString)return i.toString()===w.toString();if(v=Object.keys(i),j=v.length,j!==Object.keys(w).length)return!1;
for(L=j;L--!==0;)if(!Object.prototype.hasOwnProperty.call(w,v[L]))return!1;for(L=j;L--!==0;){var e=v[L];if(!l(i[e],w[e]))return!1}return!0}return i!==
i&&w!==w}});var ve=ne(ue=>{"use strict";Object.defineProperty(ue,"__esModule",{value:!0});var Ae=Ie();Ae.code='require("ajv/dist/runtime/equal").default';
ue.default=Ae});var Be=B;var h=Object.prototype.hasOwnProperty,z=new RegExp("^x-","u"),T=(he(),Pe(me)).formats.instant;function B(l,{instancePath:i="",parentData:w,parentDataProperty:j,
rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=B.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l==
"object"&&!Array.isArray(l)){if(l.created===void 0||!h.call(l,"created")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{
missingProperty:"created"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="created"||z.test(t))){let p={instancePath:i,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.created!==void 0&&h.
call(l,"created")){let t=l.created;if(typeof t=="string"){if(!T(t)){let p={instancePath:i+"/created",schemaPath:"#/properties/created/format",
keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+"/created",schemaPath:"#/properties/cre\
ated/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"typ\
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
*$","u");function G(l,{instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=G.evaluated;
if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!h.call(
l,"title")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}
for(let t of Object.keys(l))if(!(t==="title"||t==="aliases"||t==="owner"||t==="archived"||t==="lanes"||z.test(t))){let p={instancePath:i,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&h.call(
l,"title")){let t=l.title;if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/title",schemaPath:"#/properties/title/ma\
xLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/title",schemaPath:"#/pr\
operties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+"/title",schemaPath:"\
#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+"/title",
schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&h.call(l,"a\
liases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"t\
ype",params:{type:N.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/ali\
ases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/ite\
ms/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"\
#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{
let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(
s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+
"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}
if(l.owner!==void 0&&h.call(l,"owner")){let t=l.owner;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/owner",schemaPath:"#/properti\
es/owner/type",keyword:"type",params:{type:N.properties.owner.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>100&&f(
t)>100){let p={instancePath:i+"/owner",schemaPath:"#/properties/owner/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(
p),a++}if(!q.test(t)){let p={instancePath:i+"/owner",schemaPath:"#/properties/owner/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-\
z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.archived!==void 0&&h.call(l,"archived")){let t=l.archived;if(typeof t!="boolean"&&t!==null){
let p={instancePath:i+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type:N.properties.archived.type}};e===null?
e=[p]:e.push(p),a++}}if(l.lanes!==void 0&&h.call(l,"lanes")){let t=l.lanes;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/lanes",schemaPath:"\
#/properties/lanes/type",keyword:"type",params:{type:N.properties.lanes.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>
1e3){let r={instancePath:i+"/lanes",schemaPath:"#/properties/lanes/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),
a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.title===void 0||!h.call(n,"title")){let s={
instancePath:i+"/lanes/"+r,schemaPath:"#/properties/lanes/items/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[s]:
e.push(s),a++}for(let s of Object.keys(n))if(!(s==="title"||s==="list"||s==="query"||s==="items"||s==="limit"||s==="set")){let o={instancePath:i+
"/lanes/"+r,schemaPath:"#/properties/lanes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s}};e===null?
e=[o]:e.push(o),a++}if(n.title!==void 0&&h.call(n,"title")){let s=n.title;if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={instancePath:i+
"/lanes/"+r+"/title",schemaPath:"#/properties/lanes/items/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:
e.push(o),a++}if(s.length<1){let o={instancePath:i+"/lanes/"+r+"/title",schemaPath:"#/properties/lanes/items/properties/title/minLength",keyword:"\
minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(s)){let o={instancePath:i+"/lanes/"+r+"/title",schemaPath:"#/properties\
/lanes/items/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:i+
"/lanes/"+r+"/title",schemaPath:"#/properties/lanes/items/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(
o),a++}}if(n.list!==void 0&&h.call(n,"list")){let s=n.list;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/lanes/"+r+"/list",schemaPath:"\
#/properties/lanes/items/properties/list/type",keyword:"type",params:{type:N.properties.lanes.items.properties.list.type}};e===null?e=[o]:e.
push(o),a++}if(typeof s=="string"){if(s.length>100&&f(s)>100){let o={instancePath:i+"/lanes/"+r+"/list",schemaPath:"#/properties/lanes/items\
/properties/list/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}if(!q.test(s)){let o={instancePath:i+"/lane\
s/"+r+"/list",schemaPath:"#/properties/lanes/items/properties/list/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===
null?e=[o]:e.push(o),a++}}}if(n.query!==void 0&&h.call(n,"query")){let s=n.query;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/la\
nes/"+r+"/query",schemaPath:"#/properties/lanes/items/properties/query/type",keyword:"type",params:{type:N.properties.lanes.items.properties.
query.type}};e===null?e=[o]:e.push(o),a++}if(typeof s=="string"){if(s.length>1e3&&f(s)>1e3){let o={instancePath:i+"/lanes/"+r+"/query",schemaPath:"\
#/properties/lanes/items/properties/query/maxLength",keyword:"maxLength",params:{limit:1e3}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={
instancePath:i+"/lanes/"+r+"/query",schemaPath:"#/properties/lanes/items/properties/query/minLength",keyword:"minLength",params:{limit:1}};e===
null?e=[o]:e.push(o),a++}}}if(n.items!==void 0&&h.call(n,"items")){let s=n.items;if(!Array.isArray(s)&&s!==null){let o={instancePath:i+"/lan\
es/"+r+"/items",schemaPath:"#/properties/lanes/items/properties/items/type",keyword:"type",params:{type:N.properties.lanes.items.properties.
items.type}};e===null?e=[o]:e.push(o),a++}if(Array.isArray(s)){if(s.length>1e3){let k={instancePath:i+"/lanes/"+r+"/items",schemaPath:"#/pro\
perties/lanes/items/properties/items/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[k]:e.push(k),a++}let o=s.length;for(let k=0;k<
o;k++){let y=s[k];if(!(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y))){let g={instancePath:i+"/lanes/"+r+"/items/"+k,schemaPath:"#/prop\
erties/lanes/items/properties/items/items/type",keyword:"type",params:{type:"integer"}};e===null?e=[g]:e.push(g),a++}if(typeof y=="number"&&
isFinite(y)){if(y>99999999||isNaN(y)){let g={instancePath:i+"/lanes/"+r+"/items/"+k,schemaPath:"#/properties/lanes/items/properties/items/it\
ems/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[g]:e.push(g),a++}if(y<1||isNaN(y)){let g={instancePath:i+
"/lanes/"+r+"/items/"+k,schemaPath:"#/properties/lanes/items/properties/items/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};
e===null?e=[g]:e.push(g),a++}}}let u=s.length,d;if(u>1){let k={};for(;u--;){let y=s[u];if(typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y)){
if(typeof k[y]=="number"){d=k[y];let g={instancePath:i+"/lanes/"+r+"/items",schemaPath:"#/properties/lanes/items/properties/items/uniqueItem\
s",keyword:"uniqueItems",params:{i:u,j:d}};e===null?e=[g]:e.push(g),a++;break}k[y]=u}}}}}if(n.limit!==void 0&&h.call(n,"limit")){let s=n.limit;
if(!(typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s))&&s!==null){let o={instancePath:i+"/lanes/"+r+"/limit",schemaPath:"#/properties/lane\
s/items/properties/limit/type",keyword:"type",params:{type:N.properties.lanes.items.properties.limit.type}};e===null?e=[o]:e.push(o),a++}if(typeof s==
"number"&&isFinite(s)){if(s>1e3||isNaN(s)){let o={instancePath:i+"/lanes/"+r+"/limit",schemaPath:"#/properties/lanes/items/properties/limit/\
maximum",keyword:"maximum",params:{comparison:"<=",limit:1e3}};e===null?e=[o]:e.push(o),a++}if(s<1||isNaN(s)){let o={instancePath:i+"/lanes/"+
r+"/limit",schemaPath:"#/properties/lanes/items/properties/limit/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[o]:
e.push(o),a++}}}if(n.set!==void 0&&h.call(n,"set")){let s=n.set;if(!(s&&typeof s=="object"&&!Array.isArray(s))&&s!==null){let o={instancePath:i+
"/lanes/"+r+"/set",schemaPath:"#/properties/lanes/items/properties/set/type",keyword:"type",params:{type:N.properties.lanes.items.properties.
set.type}};e===null?e=[o]:e.push(o),a++}if(s&&typeof s=="object"&&!Array.isArray(s)){if(Object.keys(s).length>20){let o={instancePath:i+"/la\
nes/"+r+"/set",schemaPath:"#/properties/lanes/items/properties/set/maxProperties",keyword:"maxProperties",params:{limit:20}};e===null?e=[o]:
e.push(o),a++}for(let o of Object.keys(s)){let u=s[o];if(typeof u!="string"&&!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(u))&&typeof u!=
"boolean"&&u!==null){let d={instancePath:i+"/lanes/"+r+"/set/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/lanes/items\
/properties/set/additionalProperties/type",keyword:"type",params:{type:N.properties.lanes.items.properties.set.additionalProperties.type}};e===
null?e=[d]:e.push(d),a++}}}}}else{let s={instancePath:i+"/lanes/"+r,schemaPath:"#/properties/lanes/items/type",keyword:"type",params:{type:"\
object"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){e:for(;c--;)for(m=c;m--;)if(R(t[c],t[m])){let r={instancePath:i+"/lanes",schemaPath:"\
#/properties/lanes/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}}else{let t={instancePath:i,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return G.errors=e,a===0}G.evaluated={props:!0,dynamicProps:!1,
dynamicItems:!1};var He=H,D={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/comment.schema.json",
type:"object",properties:{author:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},in_reply_to:{type:["string","null"],pattern:"\
^[0-9]{8}T[0-9]{6}Z-[a-z0-9]{4}$"},attachments:{type:["array","null"],items:{type:"object",properties:{file:{type:"string",minLength:1,maxLength:120,
pattern:"^[^/\\\\]+$"},title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},branch:{type:["string","null"],maxLength:100,
minLength:1,pattern:"^[^\\s]+$"},patch:{type:["boolean","null"]}},required:["file"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},hidden:{
type:["boolean","null"]},disclose:{type:["boolean","null"]},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z\
][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},required:["author"],patternProperties:{"^x-":{}},additionalProperties:!1},Je=new RegExp(
"^[0-9]{8}T[0-9]{6}Z-[a-z0-9]{4}$","u"),$e=new RegExp("^[^/\\\\]+$","u"),S=new RegExp("^[^\\s]+$","u");function H(l,{instancePath:i="",parentData:w,
parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=H.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&
(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.author===void 0||!h.call(l,"author")){let t={instancePath:i,schemaPath:"#/re\
quired",keyword:"required",params:{missingProperty:"author"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="author"||t===
"in_reply_to"||t==="attachments"||t==="hidden"||t==="disclose"||t==="aliases"||z.test(t))){let p={instancePath:i,schemaPath:"#/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.author!==void 0&&h.call(l,"author")){
let t=l.author;if(typeof t=="string"){if(t.length>100&&f(t)>100){let p={instancePath:i+"/author",schemaPath:"#/properties/author/maxLength",
keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:i+"/author",schemaPath:"#/properties\
/author/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+"/aut\
hor",schemaPath:"#/properties/author/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.in_reply_to!==void 0&&h.
call(l,"in_reply_to")){let t=l.in_reply_to;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/in_reply_to",schemaPath:"#/properties/in\
_reply_to/type",keyword:"type",params:{type:D.properties.in_reply_to.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!Je.test(t)){
let p={instancePath:i+"/in_reply_to",schemaPath:"#/properties/in_reply_to/pattern",keyword:"pattern",params:{pattern:"^[0-9]{8}T[0-9]{6}Z-[a\
-z0-9]{4}$"}};e===null?e=[p]:e.push(p),a++}}if(l.attachments!==void 0&&h.call(l,"attachments")){let t=l.attachments;if(!Array.isArray(t)&&t!==
null){let p={instancePath:i+"/attachments",schemaPath:"#/properties/attachments/type",keyword:"type",params:{type:D.properties.attachments.type}};
e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/attachments",schemaPath:"#/properties/attachments\
/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n==
"object"&&!Array.isArray(n)){if(n.file===void 0||!h.call(n,"file")){let s={instancePath:i+"/attachments/"+r,schemaPath:"#/properties/attachm\
ents/items/required",keyword:"required",params:{missingProperty:"file"}};e===null?e=[s]:e.push(s),a++}for(let s of Object.keys(n))if(!(s==="\
file"||s==="title"||s==="branch"||s==="patch")){let o={instancePath:i+"/attachments/"+r,schemaPath:"#/properties/attachments/items/additiona\
lProperties",keyword:"additionalProperties",params:{additionalProperty:s}};e===null?e=[o]:e.push(o),a++}if(n.file!==void 0&&h.call(n,"file")){
let s=n.file;if(typeof s=="string"){if(s.length>120&&f(s)>120){let o={instancePath:i+"/attachments/"+r+"/file",schemaPath:"#/properties/atta\
chments/items/properties/file/maxLength",keyword:"maxLength",params:{limit:120}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+
"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/file/minLength",keyword:"minLength",params:{limit:1}};e===null?
e=[o]:e.push(o),a++}if(!$e.test(s)){let o={instancePath:i+"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/fi\
le/pattern",keyword:"pattern",params:{pattern:"^[^/\\\\]+$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:i+"/attachments/"+r+"/f\
ile",schemaPath:"#/properties/attachments/items/properties/file/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.
title!==void 0&&h.call(n,"title")){let s=n.title;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/attachments/"+r+"/title",schemaPath:"\
#/properties/attachments/items/properties/title/type",keyword:"type",params:{type:D.properties.attachments.items.properties.title.type}};e===
null?e=[o]:e.push(o),a++}if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={instancePath:i+"/attachments/"+r+"/title",schemaPath:"#/pr\
operties/attachments/items/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={
instancePath:i+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/title/minLength",keyword:"minLength",params:{
limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(s)){let o={instancePath:i+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/\
items/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}if(n.branch!==void 0&&h.call(
n,"branch")){let s=n.branch;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/attachments/"+r+"/branch",schemaPath:"#/properties/atta\
chments/items/properties/branch/type",keyword:"type",params:{type:D.properties.attachments.items.properties.branch.type}};e===null?e=[o]:e.push(
o),a++}if(typeof s=="string"){if(s.length>100&&f(s)>100){let o={instancePath:i+"/attachments/"+r+"/branch",schemaPath:"#/properties/attachme\
nts/items/properties/branch/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+
"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/properties/branch/minLength",keyword:"minLength",params:{limit:1}};e===
null?e=[o]:e.push(o),a++}if(!S.test(s)){let o={instancePath:i+"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/propert\
ies/branch/pattern",keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[o]:e.push(o),a++}}}if(n.patch!==void 0&&h.call(n,"patch")){let s=n.
patch;if(typeof s!="boolean"&&s!==null){let o={instancePath:i+"/attachments/"+r+"/patch",schemaPath:"#/properties/attachments/items/properti\
es/patch/type",keyword:"type",params:{type:D.properties.attachments.items.properties.patch.type}};e===null?e=[o]:e.push(o),a++}}}else{let s={
instancePath:i+"/attachments/"+r,schemaPath:"#/properties/attachments/items/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(
s),a++}}let c=t.length,m;if(c>1){e:for(;c--;)for(m=c;m--;)if(R(t[c],t[m])){let r={instancePath:i+"/attachments",schemaPath:"#/properties/att\
achments/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}if(l.hidden!==void 0&&h.call(l,"hidden")){
let t=l.hidden;if(typeof t!="boolean"&&t!==null){let p={instancePath:i+"/hidden",schemaPath:"#/properties/hidden/type",keyword:"type",params:{
type:D.properties.hidden.type}};e===null?e=[p]:e.push(p),a++}}if(l.disclose!==void 0&&h.call(l,"disclose")){let t=l.disclose;if(typeof t!="b\
oolean"&&t!==null){let p={instancePath:i+"/disclose",schemaPath:"#/properties/disclose/type",keyword:"type",params:{type:D.properties.disclose.
type}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&h.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+
"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:D.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+
"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(
n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:\
[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"\
type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]==
"number"){m=r[n];let s={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===
null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=
[t]:e.push(t),a++}return H.errors=e,a===0}H.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Ke=J,fe={$schema:"https://json-schema.o\
rg/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/group.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,
pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,
maxItems:1e3},projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},uniqueItems:!0,
maxItems:1e3},archived:{type:["boolean","null"]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1},se=new RegExp("^[\
a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$","u");function J(l,{instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){
let e=null,a=0,P=J.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){
if(l.title===void 0||!h.call(l,"title")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"title"}};
e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||t==="aliases"||t==="projects"||t==="archived"||z.test(t))){let p={
instancePath:i,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}
if(l.title!==void 0&&h.call(l,"title")){let t=l.title;if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/title",schemaPath:"\
#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/ti\
tle",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+
"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+
"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&h.
call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"\
type",params:{type:fe.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/a\
liases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/ite\
ms/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"\
#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{
let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(
s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+
"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}
if(l.projects!==void 0&&h.call(l,"projects")){let t=l.projects;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/projects",schemaPath:"\
#/properties/projects/type",keyword:"type",params:{type:fe.properties.projects.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.
length>1e3){let r={instancePath:i+"/projects",schemaPath:"#/properties/projects/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=
[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>150&&f(n)>150){let s={instancePath:i+"/p\
rojects/"+r,schemaPath:"#/properties/projects/items/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[s]:e.push(s),a++}if(!se.test(
n)){let s={instancePath:i+"/projects/"+r,schemaPath:"#/properties/projects/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-\
9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/projects/"+r,schemaPath:"#/properties/projects\
/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n==
"string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/projects",schemaPath:"#/properties/projects/uniqueItems",keyword:"uniqueI\
tems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.archived!==void 0&&h.call(l,"archived")){let t=l.archived;if(typeof t!=
"boolean"&&t!==null){let p={instancePath:i+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type:fe.properties.archived.
type}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.
push(t),a++}return J.errors=e,a===0}J.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Qe=K,Z={$schema:"https://json-schema.org/draf\
t/2020-12/schema",$id:"https://storytree.dev/schema/1/list.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,
pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,
maxItems:1e3},query:{type:["string","null"],minLength:1,maxLength:1e3},owner:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9\
._-]*$"},sort:{type:["string","null"],maxLength:40,pattern:"^[a-z_]+(-asc|-desc)?$"},archived:{type:["boolean","null"]},items:{type:["array",
"null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1},
Ue=new RegExp("^[a-z_]+(-asc|-desc)?$","u");function K(l,{instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){
let e=null,a=0,P=K.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){
if(l.title===void 0||!h.call(l,"title")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"title"}};
e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||t==="aliases"||t==="query"||t==="owner"||t==="sort"||t==="archive\
d"||t==="items"||z.test(t))){let p={instancePath:i,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};
e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&h.call(l,"title")){let t=l.title;if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={
instancePath:i+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.
length<1){let p={instancePath:i+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(
p),a++}if(!I.test(t)){let p={instancePath:i+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};
e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};
e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&h.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+
"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:Z.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+
"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(
n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:\
[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"\
type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]==
"number"){m=r[n];let s={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===
null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.query!==void 0&&h.call(l,"query")){let t=l.query;if(typeof t!="string"&&t!==null){let p={instancePath:i+
"/query",schemaPath:"#/properties/query/type",keyword:"type",params:{type:Z.properties.query.type}};e===null?e=[p]:e.push(p),a++}if(typeof t==
"string"){if(t.length>1e3&&f(t)>1e3){let p={instancePath:i+"/query",schemaPath:"#/properties/query/maxLength",keyword:"maxLength",params:{limit:1e3}};
e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/query",schemaPath:"#/properties/query/minLength",keyword:"minLength",params:{
limit:1}};e===null?e=[p]:e.push(p),a++}}}if(l.owner!==void 0&&h.call(l,"owner")){let t=l.owner;if(typeof t!="string"&&t!==null){let p={instancePath:i+
"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type:Z.properties.owner.type}};e===null?e=[p]:e.push(p),a++}if(typeof t==
"string"){if(t.length>100&&f(t)>100){let p={instancePath:i+"/owner",schemaPath:"#/properties/owner/maxLength",keyword:"maxLength",params:{limit:100}};
e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:i+"/owner",schemaPath:"#/properties/owner/pattern",keyword:"pattern",params:{
pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.sort!==void 0&&h.call(l,"sort")){let t=l.sort;if(typeof t!="string"&&
t!==null){let p={instancePath:i+"/sort",schemaPath:"#/properties/sort/type",keyword:"type",params:{type:Z.properties.sort.type}};e===null?e=
[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>40&&f(t)>40){let p={instancePath:i+"/sort",schemaPath:"#/properties/sort/maxLength",keyword:"\
maxLength",params:{limit:40}};e===null?e=[p]:e.push(p),a++}if(!Ue.test(t)){let p={instancePath:i+"/sort",schemaPath:"#/properties/sort/patte\
rn",keyword:"pattern",params:{pattern:"^[a-z_]+(-asc|-desc)?$"}};e===null?e=[p]:e.push(p),a++}}}if(l.archived!==void 0&&h.call(l,"archived")){
let t=l.archived;if(typeof t!="boolean"&&t!==null){let p={instancePath:i+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",
params:{type:Z.properties.archived.type}};e===null?e=[p]:e.push(p),a++}}if(l.items!==void 0&&h.call(l,"items")){let t=l.items;if(!Array.isArray(
t)&&t!==null){let p={instancePath:i+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type:Z.properties.items.type}};e===
null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/items",schemaPath:"#/properties/items/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n=="number"&&!(n%1)&&!isNaN(
n)&&isFinite(n))){let s={instancePath:i+"/items/"+r,schemaPath:"#/properties/items/items/type",keyword:"type",params:{type:"integer"}};e===null?
e=[s]:e.push(s),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let s={instancePath:i+"/items/"+r,schemaPath:"#/properties/\
items/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[s]:e.push(s),a++}if(n<1||isNaN(n)){let s={instancePath:i+
"/items/"+r,schemaPath:"#/properties/items/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[s]:e.push(s),a++}}}
let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)){if(typeof r[n]=="number"){m=r[n];
let s={instancePath:i+"/items",schemaPath:"#/properties/items/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),
a++;break}r[n]=c}}}}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return K.
errors=e,a===0}K.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var We=Q,C={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"\
https://storytree.dev/schema/1/milestone.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\\
n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},
date:{type:["string","null"],format:"day"},projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*\
(/[a-z0-9][a-z0-9._-]*)?$"},uniqueItems:!0,maxItems:1e3},closed:{type:["boolean","null"]},archived:{type:["boolean","null"]}},required:["tit\
le"],patternProperties:{"^x-":{}},additionalProperties:!1},ie=(he(),Pe(me)).formats.day;function Q(l,{instancePath:i="",parentData:w,parentDataProperty:j,
rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=Q.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l==
"object"&&!Array.isArray(l)){if(l.title===void 0||!h.call(l,"title")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{
missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||t==="aliases"||t==="date"||t==="project\
s"||t==="closed"||t==="archived"||z.test(t))){let p={instancePath:i,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&h.call(l,"title")){let t=l.title;if(typeof t=="string"){if(t.length>
300&&f(t)>300){let p={instancePath:i+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[
p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{
pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+"/title",schemaPath:"#/properties/title/type",keyword:"type",
params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&h.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==
null){let p={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:C.properties.aliases.type}};e===null?
e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>
200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};
e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pat\
tern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/aliases/"+r,schemaPath:"\
#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){
let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/uniqueI\
tems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.date!==void 0&&h.call(l,"date")){let t=l.date;
if(typeof t!="string"&&t!==null){let p={instancePath:i+"/date",schemaPath:"#/properties/date/type",keyword:"type",params:{type:C.properties.
date.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!ie(t)){let p={instancePath:i+"/date",schemaPath:"#/properties/date/format",
keyword:"format",params:{format:"day"}};e===null?e=[p]:e.push(p),a++}}if(l.projects!==void 0&&h.call(l,"projects")){let t=l.projects;if(!Array.
isArray(t)&&t!==null){let p={instancePath:i+"/projects",schemaPath:"#/properties/projects/type",keyword:"type",params:{type:C.properties.projects.
type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/projects",schemaPath:"#/properties/project\
s/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n==
"string"){if(n.length>150&&f(n)>150){let s={instancePath:i+"/projects/"+r,schemaPath:"#/properties/projects/items/maxLength",keyword:"maxLen\
gth",params:{limit:150}};e===null?e=[s]:e.push(s),a++}if(!se.test(n)){let s={instancePath:i+"/projects/"+r,schemaPath:"#/properties/projects\
/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===null?e=[s]:e.push(s),a++}}else{let s={
instancePath:i+"/projects/"+r,schemaPath:"#/properties/projects/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),
a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"\
/projects",schemaPath:"#/properties/projects/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}
if(l.closed!==void 0&&h.call(l,"closed")){let t=l.closed;if(typeof t!="boolean"&&t!==null){let p={instancePath:i+"/closed",schemaPath:"#/pro\
perties/closed/type",keyword:"type",params:{type:C.properties.closed.type}};e===null?e=[p]:e.push(p),a++}}if(l.archived!==void 0&&h.call(l,"\
archived")){let t=l.archived;if(typeof t!="boolean"&&t!==null){let p={instancePath:i+"/archived",schemaPath:"#/properties/archived/type",keyword:"\
type",params:{type:C.properties.archived.type}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"type",
params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return Q.errors=e,a===0}Q.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Xe=U,
F={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/person.schema.json",type:"object",properties:{
name:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},identities:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"\
^[a-z][a-z0-9-]*:[^\\s]+$"},uniqueItems:!0,maxItems:1e3},email:{type:["string","null"],maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'},watch:{
type:["array","null"],items:{type:"object",properties:{query:{type:"string",minLength:1,maxLength:1e3},level:{enum:["all","discussion","stat\
us",null]},mute:{type:["boolean","null"]}},required:["query"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},disabled:{type:["boolean",
"null"]},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},
required:["name"],patternProperties:{"^x-":{}},additionalProperties:!1},Ye=new RegExp("^[a-z][a-z0-9-]*:[^\\s]+$","u"),de=new RegExp('^[^\\s@\
<>"]+@[^\\s@<>"]+$',"u");function U(l,{instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,
a=0,P=U.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.name===
void 0||!h.call(l,"name")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"name"}};e===null?e=[t]:
e.push(t),a++}for(let t of Object.keys(l))if(!(t==="name"||t==="identities"||t==="email"||t==="watch"||t==="disabled"||t==="aliases"||z.test(
t))){let p={instancePath:i,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:
e.push(p),a++}if(l.name!==void 0&&h.call(l,"name")){let t=l.name;if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/n\
ame",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+
"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+
"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+
"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.identities!==void 0&&h.
call(l,"identities")){let t=l.identities;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/identities",schemaPath:"#/properties/identi\
ties/type",keyword:"type",params:{type:F.properties.identities.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={
instancePath:i+"/identities",schemaPath:"#/properties/identities/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}
let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+"/identities/"+r,schemaPath:"\
#/properties/identities/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!Ye.test(n)){let s={instancePath:i+
"/identities/"+r,schemaPath:"#/properties/identities/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s]+$"}};e===null?
e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/identities/"+r,schemaPath:"#/properties/identities/items/type",keyword:"type",params:{type:"\
string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="numb\
er"){m=r[n];let s={instancePath:i+"/identities",schemaPath:"#/properties/identities/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===
null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.email!==void 0&&h.call(l,"email")){let t=l.email;if(typeof t!="string"&&t!==null){let p={instancePath:i+
"/email",schemaPath:"#/properties/email/type",keyword:"type",params:{type:F.properties.email.type}};e===null?e=[p]:e.push(p),a++}if(typeof t==
"string"){if(t.length>254&&f(t)>254){let p={instancePath:i+"/email",schemaPath:"#/properties/email/maxLength",keyword:"maxLength",params:{limit:254}};
e===null?e=[p]:e.push(p),a++}if(!de.test(t)){let p={instancePath:i+"/email",schemaPath:"#/properties/email/pattern",keyword:"pattern",params:{
pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}};e===null?e=[p]:e.push(p),a++}}}if(l.watch!==void 0&&h.call(l,"watch")){let t=l.watch;if(!Array.isArray(
t)&&t!==null){let p={instancePath:i+"/watch",schemaPath:"#/properties/watch/type",keyword:"type",params:{type:F.properties.watch.type}};e===
null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/watch",schemaPath:"#/properties/watch/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(
n)){if(n.query===void 0||!h.call(n,"query")){let s={instancePath:i+"/watch/"+r,schemaPath:"#/properties/watch/items/required",keyword:"requi\
red",params:{missingProperty:"query"}};e===null?e=[s]:e.push(s),a++}for(let s of Object.keys(n))if(!(s==="query"||s==="level"||s==="mute")){
let o={instancePath:i+"/watch/"+r,schemaPath:"#/properties/watch/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s}};
e===null?e=[o]:e.push(o),a++}if(n.query!==void 0&&h.call(n,"query")){let s=n.query;if(typeof s=="string"){if(s.length>1e3&&f(s)>1e3){let o={
instancePath:i+"/watch/"+r+"/query",schemaPath:"#/properties/watch/items/properties/query/maxLength",keyword:"maxLength",params:{limit:1e3}};
e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/watch/"+r+"/query",schemaPath:"#/properties/watch/items/properties/query\
/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:i+"/watch/"+r+"/query",schemaPath:"\
#/properties/watch/items/properties/query/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.level!==void 0&&h.
call(n,"level")){let s=n.level;if(!(s==="all"||s==="discussion"||s==="status"||s===null)){let o={instancePath:i+"/watch/"+r+"/level",schemaPath:"\
#/properties/watch/items/properties/level/enum",keyword:"enum",params:{allowedValues:F.properties.watch.items.properties.level.enum}};e===null?
e=[o]:e.push(o),a++}}if(n.mute!==void 0&&h.call(n,"mute")){let s=n.mute;if(typeof s!="boolean"&&s!==null){let o={instancePath:i+"/watch/"+r+
"/mute",schemaPath:"#/properties/watch/items/properties/mute/type",keyword:"type",params:{type:F.properties.watch.items.properties.mute.type}};
e===null?e=[o]:e.push(o),a++}}}else{let s={instancePath:i+"/watch/"+r,schemaPath:"#/properties/watch/items/type",keyword:"type",params:{type:"\
object"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){e:for(;c--;)for(m=c;m--;)if(R(t[c],t[m])){let r={instancePath:i+"/watch",schemaPath:"\
#/properties/watch/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}if(l.disabled!==void 0&&h.call(
l,"disabled")){let t=l.disabled;if(typeof t!="boolean"&&t!==null){let p={instancePath:i+"/disabled",schemaPath:"#/properties/disabled/type",
keyword:"type",params:{type:F.properties.disabled.type}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&h.call(l,"aliases")){let t=l.aliases;
if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:F.properties.
aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/aliases",schemaPath:"#/properties/\
aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n==
"string"){if(n.length>200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLengt\
h",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/item\
s/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"\
/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,
m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/aliases",schemaPath:"\
#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}}else{let t={instancePath:i,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return U.errors=e,a===0}U.evaluated={props:!0,dynamicProps:!1,
dynamicItems:!1};var et=W,_={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/project.schema.json",
type:"object",properties:{title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},repository:{type:["string","null"],maxLength:2e3,
pattern:'^https?://[^\\s<>"]+$'},team:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},default_branch:{type:["string",
"null"],minLength:1,maxLength:100,pattern:"^[^\\s]+$"},maintainers:{type:["array","null"],items:{type:"string",maxLength:100,pattern:"^[a-z0\
-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:\
[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},groups:{type:["array","null"],items:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-\
]*$"},uniqueItems:!0,maxItems:1e3},branches:{type:["array","null"],items:{type:"object",properties:{name:{type:"string",minLength:1,maxLength:100,
pattern:"^[^\\s]+$"},eol:{type:["string","null"],format:"day"}},required:["name"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},retired:{
type:["boolean","null"]}},required:[],patternProperties:{"^x-":{}},additionalProperties:!1},M=new RegExp('^https?://[^\\s<>"]+$',"u");function W(l,{
instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=W.evaluated;if(P.dynamicProps&&(P.
props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){for(let t of Object.keys(l))if(!(h.call(_.properties,
t)||z.test(t))){let p={instancePath:i,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===
null?e=[p]:e.push(p),a++}if(l.title!==void 0&&h.call(l,"title")){let t=l.title;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/titl\
e",schemaPath:"#/properties/title/type",keyword:"type",params:{type:_.properties.title.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="str\
ing"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};
e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{
limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+"/title",schemaPath:"#/properties/title/pattern",keyword:"patter\
n",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.repository!==void 0&&h.call(l,"repository")){let t=l.repository;if(typeof t!=
"string"&&t!==null){let p={instancePath:i+"/repository",schemaPath:"#/properties/repository/type",keyword:"type",params:{type:_.properties.repository.
type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>2e3&&f(t)>2e3){let p={instancePath:i+"/repository",schemaPath:"#/prop\
erties/repository/maxLength",keyword:"maxLength",params:{limit:2e3}};e===null?e=[p]:e.push(p),a++}if(!M.test(t)){let p={instancePath:i+"/rep\
ository",schemaPath:"#/properties/repository/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[p]:e.push(p),a++}}}
if(l.team!==void 0&&h.call(l,"team")){let t=l.team;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/team",schemaPath:"#/properties/t\
eam/type",keyword:"type",params:{type:_.properties.team.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>100&&f(t)>100){
let p={instancePath:i+"/team",schemaPath:"#/properties/team/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}
if(!q.test(t)){let p={instancePath:i+"/team",schemaPath:"#/properties/team/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*\
$"}};e===null?e=[p]:e.push(p),a++}}}if(l.default_branch!==void 0&&h.call(l,"default_branch")){let t=l.default_branch;if(typeof t!="string"&&
t!==null){let p={instancePath:i+"/default_branch",schemaPath:"#/properties/default_branch/type",keyword:"type",params:{type:_.properties.default_branch.
type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>100&&f(t)>100){let p={instancePath:i+"/default_branch",schemaPath:"#/\
properties/default_branch/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+
"/default_branch",schemaPath:"#/properties/default_branch/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!S.
test(t)){let p={instancePath:i+"/default_branch",schemaPath:"#/properties/default_branch/pattern",keyword:"pattern",params:{pattern:"^[^\\s]+\
$"}};e===null?e=[p]:e.push(p),a++}}}if(l.maintainers!==void 0&&h.call(l,"maintainers")){let t=l.maintainers;if(!Array.isArray(t)&&t!==null){
let p={instancePath:i+"/maintainers",schemaPath:"#/properties/maintainers/type",keyword:"type",params:{type:_.properties.maintainers.type}};
e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/maintainers",schemaPath:"#/properties/maintainers\
/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="\
string"){if(n.length>100&&f(n)>100){let s={instancePath:i+"/maintainers/"+r,schemaPath:"#/properties/maintainers/items/maxLength",keyword:"m\
axLength",params:{limit:100}};e===null?e=[s]:e.push(s),a++}if(!q.test(n)){let s={instancePath:i+"/maintainers/"+r,schemaPath:"#/properties/m\
aintainers/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+
"/maintainers/"+r,schemaPath:"#/properties/maintainers/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.
length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/maintainers",
schemaPath:"#/properties/maintainers/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.
aliases!==void 0&&h.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/aliases",schemaPath:"#/proper\
ties/aliases/type",keyword:"type",params:{type:_.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){
let r={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),
a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"\
#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+
"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?
e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"stri\
ng"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){
m=r[n];let s={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:
e.push(s),a++;break}r[n]=c}}}}}if(l.groups!==void 0&&h.call(l,"groups")){let t=l.groups;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+
"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type:_.properties.groups.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:i+"/groups",schemaPath:"#/properties/groups/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>100&&f(n)>100){let s={instancePath:i+
"/groups/"+r,schemaPath:"#/properties/groups/items/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[s]:e.push(s),a++}if(!q.test(
n)){let s={instancePath:i+"/groups/"+r,schemaPath:"#/properties/groups/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-\
]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/groups/"+r,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{
type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]==
"number"){m=r[n];let s={instancePath:i+"/groups",schemaPath:"#/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?
e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.branches!==void 0&&h.call(l,"branches")){let t=l.branches;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+
"/branches",schemaPath:"#/properties/branches/type",keyword:"type",params:{type:_.properties.branches.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:i+"/branches",schemaPath:"#/properties/branches/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.name===void 0||
!h.call(n,"name")){let s={instancePath:i+"/branches/"+r,schemaPath:"#/properties/branches/items/required",keyword:"required",params:{missingProperty:"\
name"}};e===null?e=[s]:e.push(s),a++}for(let s of Object.keys(n))if(!(s==="name"||s==="eol")){let o={instancePath:i+"/branches/"+r,schemaPath:"\
#/properties/branches/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s}};e===null?e=[o]:e.push(o),a++}
if(n.name!==void 0&&h.call(n,"name")){let s=n.name;if(typeof s=="string"){if(s.length>100&&f(s)>100){let o={instancePath:i+"/branches/"+r+"/\
name",schemaPath:"#/properties/branches/items/properties/name/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}
if(s.length<1){let o={instancePath:i+"/branches/"+r+"/name",schemaPath:"#/properties/branches/items/properties/name/minLength",keyword:"minL\
ength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!S.test(s)){let o={instancePath:i+"/branches/"+r+"/name",schemaPath:"#/properties/b\
ranches/items/properties/name/pattern",keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:i+
"/branches/"+r+"/name",schemaPath:"#/properties/branches/items/properties/name/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.
push(o),a++}}if(n.eol!==void 0&&h.call(n,"eol")){let s=n.eol;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/branches/"+r+"/eol",schemaPath:"\
#/properties/branches/items/properties/eol/type",keyword:"type",params:{type:_.properties.branches.items.properties.eol.type}};e===null?e=[o]:
e.push(o),a++}if(typeof s=="string"&&!ie(s)){let o={instancePath:i+"/branches/"+r+"/eol",schemaPath:"#/properties/branches/items/properties/\
eol/format",keyword:"format",params:{format:"day"}};e===null?e=[o]:e.push(o),a++}}}else{let s={instancePath:i+"/branches/"+r,schemaPath:"#/p\
roperties/branches/items/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){e:for(;c--;)for(m=
c;m--;)if(R(t[c],t[m])){let r={instancePath:i+"/branches",schemaPath:"#/properties/branches/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};
e===null?e=[r]:e.push(r),a++;break e}}}}if(l.retired!==void 0&&h.call(l,"retired")){let t=l.retired;if(typeof t!="boolean"&&t!==null){let p={
instancePath:i+"/retired",schemaPath:"#/properties/retired/type",keyword:"type",params:{type:_.properties.retired.type}};e===null?e=[p]:e.push(
p),a++}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return W.errors=
e,a===0}W.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var tt=X,A={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https\
://storytree.dev/schema/1/story.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},author:{
type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},type:{type:["string","null"],maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},created:{
type:"string",format:"instant"},triage:{enum:["new","incomplete","confirmed","triaged","rejected",null]},tags:{type:["array","null"],items:{
type:"string",maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},uniqueItems:!0,maxItems:1e3},aliases:{
type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},milestone:{
type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},depends_on:{type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},
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
}-[0-9]{4,}$","u"),st=new RegExp("^[0-9a-f]{40}([0-9a-f]{24})?$","u");function X(l,{instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,
dynamicAnchors:v={}}={}){let e=null,a=0,P=X.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="obj\
ect"&&!Array.isArray(l)){if(l.title===void 0||!h.call(l,"title")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"\
title"}};e===null?e=[t]:e.push(t),a++}if(l.author===void 0||!h.call(l,"author")){let t={instancePath:i,schemaPath:"#/required",keyword:"requ\
ired",params:{missingProperty:"author"}};e===null?e=[t]:e.push(t),a++}if(l.created===void 0||!h.call(l,"created")){let t={instancePath:i,schemaPath:"\
#/required",keyword:"required",params:{missingProperty:"created"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(h.call(A.properties,
t)||z.test(t))){let p={instancePath:i,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===
null?e=[p]:e.push(p),a++}if(l.title!==void 0&&h.call(l,"title")){let t=l.title;if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+
"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={
instancePath:i+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(
t)){let p={instancePath:i+"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.
push(p),a++}}else{let p={instancePath:i+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:
e.push(p),a++}}if(l.author!==void 0&&h.call(l,"author")){let t=l.author;if(typeof t=="string"){if(t.length>100&&f(t)>100){let p={instancePath:i+
"/author",schemaPath:"#/properties/author/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={
instancePath:i+"/author",schemaPath:"#/properties/author/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:
e.push(p),a++}}else{let p={instancePath:i+"/author",schemaPath:"#/properties/author/type",keyword:"type",params:{type:"string"}};e===null?e=
[p]:e.push(p),a++}}if(l.type!==void 0&&h.call(l,"type")){let t=l.type;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/type",schemaPath:"\
#/properties/type/type",keyword:"type",params:{type:A.properties.type.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>
40&&f(t)>40){let p={instancePath:i+"/type",schemaPath:"#/properties/type/maxLength",keyword:"maxLength",params:{limit:40}};e===null?e=[p]:e.
push(p),a++}if(!ae.test(t)){let p={instancePath:i+"/type",schemaPath:"#/properties/type/pattern",keyword:"pattern",params:{pattern:"^[a-z][a\
-z0-9-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.created!==void 0&&h.call(l,"created")){let t=l.created;if(typeof t=="string"){if(!T(t)){let p={
instancePath:i+"/created",schemaPath:"#/properties/created/format",keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}else{
let p={instancePath:i+"/created",schemaPath:"#/properties/created/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}
if(l.triage!==void 0&&h.call(l,"triage")){let t=l.triage;if(!(t==="new"||t==="incomplete"||t==="confirmed"||t==="triaged"||t==="rejected"||t===
null)){let p={instancePath:i+"/triage",schemaPath:"#/properties/triage/enum",keyword:"enum",params:{allowedValues:A.properties.triage.enum}};
e===null?e=[p]:e.push(p),a++}}if(l.tags!==void 0&&h.call(l,"tags")){let t=l.tags;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/tag\
s",schemaPath:"#/properties/tags/type",keyword:"type",params:{type:A.properties.tags.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){
if(t.length>1e3){let r={instancePath:i+"/tags",schemaPath:"#/properties/tags/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:
e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>60&&f(n)>60){let s={instancePath:i+"/tags/"+
r,schemaPath:"#/properties/tags/items/maxLength",keyword:"maxLength",params:{limit:60}};e===null?e=[s]:e.push(s),a++}if(!ge.test(n)){let s={
instancePath:i+"/tags/"+r,schemaPath:"#/properties/tags/items/pattern",keyword:"pattern",params:{pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\\
p{Lm}\\p{M}\\p{N}._+/:-]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/tags/"+r,schemaPath:"#/properties/tags/items/type",
keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="s\
tring"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/tags",schemaPath:"#/properties/tags/uniqueItems",keyword:"uniqueItems",params:{
i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.aliases!==void 0&&h.call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==
null){let p={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:A.properties.aliases.type}};e===null?
e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>
200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit:200}};
e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/pattern",keyword:"pat\
tern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/aliases/"+r,schemaPath:"\
#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){
let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/uniqueI\
tems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.milestone!==void 0&&h.call(l,"milestone")){
let t=l.milestone;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/milestone",schemaPath:"#/properties/milestone/type",keyword:"type",
params:{type:A.properties.milestone.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>100&&f(t)>100){let p={instancePath:i+
"/milestone",schemaPath:"#/properties/milestone/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){
let p={instancePath:i+"/milestone",schemaPath:"#/properties/milestone/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};
e===null?e=[p]:e.push(p),a++}}}if(l.depends_on!==void 0&&h.call(l,"depends_on")){let t=l.depends_on;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+
"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type:A.properties.depends_on.type}};e===null?e=[p]:e.push(p),
a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/depends_on",schemaPath:"#/properties/depends_on/maxItems",keyword:"maxItem\
s",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&
isFinite(n))){let s={instancePath:i+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/type",keyword:"type",params:{type:"integer"}};
e===null?e=[s]:e.push(s),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let s={instancePath:i+"/depends_on/"+r,schemaPath:"\
#/properties/depends_on/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[s]:e.push(s),a++}if(n<1||isNaN(
n)){let s={instancePath:i+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};
e===null?e=[s]:e.push(s),a++}}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)){
if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/depends_on",schemaPath:"#/properties/depends_on/uniqueItems",keyword:"uniqueItems",
params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.due!==void 0&&h.call(l,"due")){let t=l.due;if(typeof t!="string"&&t!==null){
let p={instancePath:i+"/due",schemaPath:"#/properties/due/type",keyword:"type",params:{type:A.properties.due.type}};e===null?e=[p]:e.push(p),
a++}if(typeof t=="string"&&!ie(t)){let p={instancePath:i+"/due",schemaPath:"#/properties/due/format",keyword:"format",params:{format:"day"}};
e===null?e=[p]:e.push(p),a++}}if(l.duplicate_of!==void 0&&h.call(l,"duplicate_of")){let t=l.duplicate_of;if(!(typeof t=="number"&&!(t%1)&&!isNaN(
t)&&isFinite(t))&&t!==null){let p={instancePath:i+"/duplicate_of",schemaPath:"#/properties/duplicate_of/type",keyword:"type",params:{type:A.
properties.duplicate_of.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="number"&&isFinite(t)){if(t>99999999||isNaN(t)){let p={instancePath:i+
"/duplicate_of",schemaPath:"#/properties/duplicate_of/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[p]:e.push(
p),a++}if(t<1||isNaN(t)){let p={instancePath:i+"/duplicate_of",schemaPath:"#/properties/duplicate_of/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:1}};e===null?e=[p]:e.push(p),a++}}}if(l.related!==void 0&&h.call(l,"related")){let t=l.related;if(!Array.isArray(t)&&t!==null){let p={
instancePath:i+"/related",schemaPath:"#/properties/related/type",keyword:"type",params:{type:A.properties.related.type}};e===null?e=[p]:e.push(
p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/related",schemaPath:"#/properties/related/maxItems",keyword:"maxItems",
params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&
isFinite(n))){let s={instancePath:i+"/related/"+r,schemaPath:"#/properties/related/items/type",keyword:"type",params:{type:"integer"}};e===null?
e=[s]:e.push(s),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let s={instancePath:i+"/related/"+r,schemaPath:"#/propertie\
s/related/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[s]:e.push(s),a++}if(n<1||isNaN(n)){let s={instancePath:i+
"/related/"+r,schemaPath:"#/properties/related/items/minimum",keyword:"minimum",params:{comparison:">=",limit:1}};e===null?e=[s]:e.push(s),a++}}}
let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n)){if(typeof r[n]=="number"){m=r[n];
let s={instancePath:i+"/related",schemaPath:"#/properties/related/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(
s),a++;break}r[n]=c}}}}}if(l.cve!==void 0&&h.call(l,"cve")){let t=l.cve;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/cve",schemaPath:"\
#/properties/cve/type",keyword:"type",params:{type:A.properties.cve.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){
let r={instancePath:i+"/cve",schemaPath:"#/properties/cve/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.
length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>30&&f(n)>30){let s={instancePath:i+"/cve/"+r,schemaPath:"#/propert\
ies/cve/items/maxLength",keyword:"maxLength",params:{limit:30}};e===null?e=[s]:e.push(s),a++}if(!rt.test(n)){let s={instancePath:i+"/cve/"+r,
schemaPath:"#/properties/cve/items/pattern",keyword:"pattern",params:{pattern:"^CVE-[0-9]{4}-[0-9]{4,}$"}};e===null?e=[s]:e.push(s),a++}}else{
let s={instancePath:i+"/cve/"+r,schemaPath:"#/properties/cve/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}
let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/cve",
schemaPath:"#/properties/cve/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.links!==
void 0&&h.call(l,"links")){let t=l.links;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/links",schemaPath:"#/properties/links/type",
keyword:"type",params:{type:A.properties.links.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+
"/links",schemaPath:"#/properties/links/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.url===void 0||!h.call(n,"url")){let s={instancePath:i+"/links/"+r,schemaPath:"\
#/properties/links/items/required",keyword:"required",params:{missingProperty:"url"}};e===null?e=[s]:e.push(s),a++}for(let s of Object.keys(
n))if(!(s==="url"||s==="title")){let o={instancePath:i+"/links/"+r,schemaPath:"#/properties/links/items/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:s}};e===null?e=[o]:e.push(o),a++}if(n.url!==void 0&&h.call(n,"url")){let s=n.url;if(typeof s=="s\
tring"){if(s.length>2e3&&f(s)>2e3){let o={instancePath:i+"/links/"+r+"/url",schemaPath:"#/properties/links/items/properties/url/maxLength",keyword:"\
maxLength",params:{limit:2e3}};e===null?e=[o]:e.push(o),a++}if(!M.test(s)){let o={instancePath:i+"/links/"+r+"/url",schemaPath:"#/properties\
/links/items/properties/url/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:i+
"/links/"+r+"/url",schemaPath:"#/properties/links/items/properties/url/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),
a++}}if(n.title!==void 0&&h.call(n,"title")){let s=n.title;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/links/"+r+"/title",schemaPath:"\
#/properties/links/items/properties/title/type",keyword:"type",params:{type:A.properties.links.items.properties.title.type}};e===null?e=[o]:
e.push(o),a++}if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={instancePath:i+"/links/"+r+"/title",schemaPath:"#/properties/links/it\
ems/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/\
links/"+r+"/title",schemaPath:"#/properties/links/items/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(
o),a++}if(!I.test(s)){let o={instancePath:i+"/links/"+r+"/title",schemaPath:"#/properties/links/items/properties/title/pattern",keyword:"pat\
tern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}}else{let s={instancePath:i+"/links/"+r,schemaPath:"#/properties/links/it\
ems/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){e:for(;c--;)for(m=c;m--;)if(R(t[c],t[m])){
let r={instancePath:i+"/links",schemaPath:"#/properties/links/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[r]:e.push(r),
a++;break e}}}}if(l.attachments!==void 0&&h.call(l,"attachments")){let t=l.attachments;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+
"/attachments",schemaPath:"#/properties/attachments/type",keyword:"type",params:{type:A.properties.attachments.type}};e===null?e=[p]:e.push(
p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/attachments",schemaPath:"#/properties/attachments/maxItems",keyword:"ma\
xItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(n&&typeof n=="object"&&!Array.isArray(
n)){if(n.file===void 0||!h.call(n,"file")){let s={instancePath:i+"/attachments/"+r,schemaPath:"#/properties/attachments/items/required",keyword:"\
required",params:{missingProperty:"file"}};e===null?e=[s]:e.push(s),a++}for(let s of Object.keys(n))if(!(s==="file"||s==="title"||s==="branc\
h"||s==="patch")){let o={instancePath:i+"/attachments/"+r,schemaPath:"#/properties/attachments/items/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:s}};e===null?e=[o]:e.push(o),a++}if(n.file!==void 0&&h.call(n,"file")){let s=n.file;if(typeof s=="s\
tring"){if(s.length>120&&f(s)>120){let o={instancePath:i+"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/fil\
e/maxLength",keyword:"maxLength",params:{limit:120}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/attachments/"+r+"/f\
ile",schemaPath:"#/properties/attachments/items/properties/file/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}
if(!$e.test(s)){let o={instancePath:i+"/attachments/"+r+"/file",schemaPath:"#/properties/attachments/items/properties/file/pattern",keyword:"\
pattern",params:{pattern:"^[^/\\\\]+$"}};e===null?e=[o]:e.push(o),a++}}else{let o={instancePath:i+"/attachments/"+r+"/file",schemaPath:"#/pr\
operties/attachments/items/properties/file/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.title!==void 0&&h.
call(n,"title")){let s=n.title;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/attachments/"+r+"/title",schemaPath:"#/properties/at\
tachments/items/properties/title/type",keyword:"type",params:{type:A.properties.attachments.items.properties.title.type}};e===null?e=[o]:e.push(
o),a++}if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={instancePath:i+"/attachments/"+r+"/title",schemaPath:"#/properties/attachmen\
ts/items/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+
"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===
null?e=[o]:e.push(o),a++}if(!I.test(s)){let o={instancePath:i+"/attachments/"+r+"/title",schemaPath:"#/properties/attachments/items/properti\
es/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}if(n.branch!==void 0&&h.call(n,"branch")){let s=n.
branch;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/propert\
ies/branch/type",keyword:"type",params:{type:A.properties.attachments.items.properties.branch.type}};e===null?e=[o]:e.push(o),a++}if(typeof s==
"string"){if(s.length>100&&f(s)>100){let o={instancePath:i+"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/properties\
/branch/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/attachments/"+
r+"/branch",schemaPath:"#/properties/attachments/items/properties/branch/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(
o),a++}if(!S.test(s)){let o={instancePath:i+"/attachments/"+r+"/branch",schemaPath:"#/properties/attachments/items/properties/branch/pattern",
keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[o]:e.push(o),a++}}}if(n.patch!==void 0&&h.call(n,"patch")){let s=n.patch;if(typeof s!=
"boolean"&&s!==null){let o={instancePath:i+"/attachments/"+r+"/patch",schemaPath:"#/properties/attachments/items/properties/patch/type",keyword:"\
type",params:{type:A.properties.attachments.items.properties.patch.type}};e===null?e=[o]:e.push(o),a++}}}else{let s={instancePath:i+"/attach\
ments/"+r,schemaPath:"#/properties/attachments/items/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,
m;if(c>1){e:for(;c--;)for(m=c;m--;)if(R(t[c],t[m])){let r={instancePath:i+"/attachments",schemaPath:"#/properties/attachments/uniqueItems",keyword:"\
uniqueItems",params:{i:c,j:m}};e===null?e=[r]:e.push(r),a++;break e}}}}if(l.locked!==void 0&&h.call(l,"locked")){let t=l.locked;if(typeof t!=
"boolean"&&t!==null){let p={instancePath:i+"/locked",schemaPath:"#/properties/locked/type",keyword:"type",params:{type:A.properties.locked.type}};
e===null?e=[p]:e.push(p),a++}}if(l.access!==void 0&&h.call(l,"access")){let t=l.access;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+
"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type:A.properties.access.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:i+"/access",schemaPath:"#/properties/access/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>100&&f(n)>100){let s={instancePath:i+
"/access/"+r,schemaPath:"#/properties/access/items/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[s]:e.push(s),a++}if(!q.test(
n)){let s={instancePath:i+"/access/"+r,schemaPath:"#/properties/access/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-\
]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/access/"+r,schemaPath:"#/properties/access/items/type",keyword:"type",params:{
type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]==
"number"){m=r[n];let s={instancePath:i+"/access",schemaPath:"#/properties/access/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?
e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.embargo_until!==void 0&&h.call(l,"embargo_until")){let t=l.embargo_until;if(typeof t!="string"&&t!==
null){let p={instancePath:i+"/embargo_until",schemaPath:"#/properties/embargo_until/type",keyword:"type",params:{type:A.properties.embargo_until.
type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!T(t)){let p={instancePath:i+"/embargo_until",schemaPath:"#/properties/embargo_un\
til/format",keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}if(l.disclose_at!==void 0&&h.call(l,"disclose_at")){let t=l.
disclose_at;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/disclose_at",schemaPath:"#/properties/disclose_at/type",keyword:"type",
params:{type:A.properties.disclose_at.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!T(t)){let p={instancePath:i+"/disclose_at",
schemaPath:"#/properties/disclose_at/format",keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}if(l.disclosed!==void 0&&
h.call(l,"disclosed")){let t=l.disclosed;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/disclosed",schemaPath:"#/properties/disclo\
sed/type",keyword:"type",params:{type:A.properties.disclosed.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!st.test(t)){let p={
instancePath:i+"/disclosed",schemaPath:"#/properties/disclosed/pattern",keyword:"pattern",params:{pattern:"^[0-9a-f]{40}([0-9a-f]{24})?$"}};
e===null?e=[p]:e.push(p),a++}}if(l.reporter_credit!==void 0&&h.call(l,"reporter_credit")){let t=l.reporter_credit;if(typeof t!="string"&&t!==
null){let p={instancePath:i+"/reporter_credit",schemaPath:"#/properties/reporter_credit/type",keyword:"type",params:{type:A.properties.reporter_credit.
type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/reporter_credit",schemaPath:"#\
/properties/reporter_credit/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+
"/reporter_credit",schemaPath:"#/properties/reporter_credit/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.
test(t)){let p={instancePath:i+"/reporter_credit",schemaPath:"#/properties/reporter_credit/pattern",keyword:"pattern",params:{pattern:"^[^\\n\
]*$"}};e===null?e=[p]:e.push(p),a++}}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:
e.push(t),a++}return X.errors=e,a===0}X.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var it=Y,$={$schema:"https://json-schema.org/dr\
aft/2020-12/schema",$id:"https://storytree.dev/schema/1/task.schema.json",type:"object",properties:{project:{type:"string",maxLength:150,pattern:"\
^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},status:{enum:["todo","inprogress","review","merged","invalid"]},branch:{type:["string","nul\
l"],minLength:1,maxLength:100,pattern:"^[^\\s]+$"},assignee:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},author:{
type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},priority:{enum:["critical","high","medium","low","wishlist",null]},created:{type:"\
string",format:"instant"},milestone:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},depends_on:{type:["array","null"],
items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},due:{type:["string","null"],format:"day"},changes:{type:["arr\
ay","null"],items:{type:"string",maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},uniqueItems:!0,maxItems:1e3},title:{type:["string","null"],minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},reason:{type:["string","null"],maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},points:{type:["number","null"],minimum:0,
maximum:1e6},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},
required:["project","status","author","created"],patternProperties:{"^x-":{}},additionalProperties:!1};function Y(l,{instancePath:i="",parentData:w,
parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=Y.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&
(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.project===void 0||!h.call(l,"project")){let t={instancePath:i,schemaPath:"#/\
required",keyword:"required",params:{missingProperty:"project"}};e===null?e=[t]:e.push(t),a++}if(l.status===void 0||!h.call(l,"status")){let t={
instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"status"}};e===null?e=[t]:e.push(t),a++}if(l.author===void 0||
!h.call(l,"author")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"author"}};e===null?e=[t]:e.push(
t),a++}if(l.created===void 0||!h.call(l,"created")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"\
created"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(h.call($.properties,t)||z.test(t))){let p={instancePath:i,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.project!==void 0&&h.
call(l,"project")){let t=l.project;if(typeof t=="string"){if(t.length>150&&f(t)>150){let p={instancePath:i+"/project",schemaPath:"#/properti\
es/project/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[p]:e.push(p),a++}if(!se.test(t)){let p={instancePath:i+"/project",
schemaPath:"#/properties/project/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===null?e=[p]:
e.push(p),a++}}else{let p={instancePath:i+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type:"string"}};e===null?
e=[p]:e.push(p),a++}}if(l.status!==void 0&&h.call(l,"status")){let t=l.status;if(!(t==="todo"||t==="inprogress"||t==="review"||t==="merged"||
t==="invalid")){let p={instancePath:i+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues:$.properties.status.
enum}};e===null?e=[p]:e.push(p),a++}}if(l.branch!==void 0&&h.call(l,"branch")){let t=l.branch;if(typeof t!="string"&&t!==null){let p={instancePath:i+
"/branch",schemaPath:"#/properties/branch/type",keyword:"type",params:{type:$.properties.branch.type}};e===null?e=[p]:e.push(p),a++}if(typeof t==
"string"){if(t.length>100&&f(t)>100){let p={instancePath:i+"/branch",schemaPath:"#/properties/branch/maxLength",keyword:"maxLength",params:{
limit:100}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/branch",schemaPath:"#/properties/branch/minLength",keyword:"\
minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!S.test(t)){let p={instancePath:i+"/branch",schemaPath:"#/properties/branch/pat\
tern",keyword:"pattern",params:{pattern:"^[^\\s]+$"}};e===null?e=[p]:e.push(p),a++}}}if(l.assignee!==void 0&&h.call(l,"assignee")){let t=l.assignee;
if(typeof t!="string"&&t!==null){let p={instancePath:i+"/assignee",schemaPath:"#/properties/assignee/type",keyword:"type",params:{type:$.properties.
assignee.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>100&&f(t)>100){let p={instancePath:i+"/assignee",schemaPath:"\
#/properties/assignee/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:i+"\
/assignee",schemaPath:"#/properties/assignee/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),
a++}}}if(l.author!==void 0&&h.call(l,"author")){let t=l.author;if(typeof t=="string"){if(t.length>100&&f(t)>100){let p={instancePath:i+"/aut\
hor",schemaPath:"#/properties/author/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:e.push(p),a++}if(!q.test(t)){let p={instancePath:i+
"/author",schemaPath:"#/properties/author/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}else{
let p={instancePath:i+"/author",schemaPath:"#/properties/author/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.
priority!==void 0&&h.call(l,"priority")){let t=l.priority;if(!(t==="critical"||t==="high"||t==="medium"||t==="low"||t==="wishlist"||t===null)){
let p={instancePath:i+"/priority",schemaPath:"#/properties/priority/enum",keyword:"enum",params:{allowedValues:$.properties.priority.enum}};
e===null?e=[p]:e.push(p),a++}}if(l.created!==void 0&&h.call(l,"created")){let t=l.created;if(typeof t=="string"){if(!T(t)){let p={instancePath:i+
"/created",schemaPath:"#/properties/created/format",keyword:"format",params:{format:"instant"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+
"/created",schemaPath:"#/properties/created/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.milestone!==void 0&&
h.call(l,"milestone")){let t=l.milestone;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/milestone",schemaPath:"#/properties/milest\
one/type",keyword:"type",params:{type:$.properties.milestone.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>100&&f(t)>
100){let p={instancePath:i+"/milestone",schemaPath:"#/properties/milestone/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[p]:
e.push(p),a++}if(!q.test(t)){let p={instancePath:i+"/milestone",schemaPath:"#/properties/milestone/pattern",keyword:"pattern",params:{pattern:"\
^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.depends_on!==void 0&&h.call(l,"depends_on")){let t=l.depends_on;if(!Array.isArray(
t)&&t!==null){let p={instancePath:i+"/depends_on",schemaPath:"#/properties/depends_on/type",keyword:"type",params:{type:$.properties.depends_on.
type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/depends_on",schemaPath:"#/properties/depen\
ds_on/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(!(typeof n==
"number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let s={instancePath:i+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/type",keyword:"t\
ype",params:{type:"integer"}};e===null?e=[s]:e.push(s),a++}if(typeof n=="number"&&isFinite(n)){if(n>99999999||isNaN(n)){let s={instancePath:i+
"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/maximum",keyword:"maximum",params:{comparison:"<=",limit:99999999}};e===null?e=[s]:
e.push(s),a++}if(n<1||isNaN(n)){let s={instancePath:i+"/depends_on/"+r,schemaPath:"#/properties/depends_on/items/minimum",keyword:"minimum",
params:{comparison:">=",limit:1}};e===null?e=[s]:e.push(s),a++}}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="numbe\
r"&&!(n%1)&&!isNaN(n)&&isFinite(n)){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/depends_on",schemaPath:"#/properties/depends_on\
/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.due!==void 0&&h.call(l,"due")){let t=l.
due;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/due",schemaPath:"#/properties/due/type",keyword:"type",params:{type:$.properties.
due.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"&&!ie(t)){let p={instancePath:i+"/due",schemaPath:"#/properties/due/format",keyword:"\
format",params:{format:"day"}};e===null?e=[p]:e.push(p),a++}}if(l.changes!==void 0&&h.call(l,"changes")){let t=l.changes;if(!Array.isArray(t)&&
t!==null){let p={instancePath:i+"/changes",schemaPath:"#/properties/changes/type",keyword:"type",params:{type:$.properties.changes.type}};e===
null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/changes",schemaPath:"#/properties/changes/maxItems",keyword:"\
maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>
2e3&&f(n)>2e3){let s={instancePath:i+"/changes/"+r,schemaPath:"#/properties/changes/items/maxLength",keyword:"maxLength",params:{limit:2e3}};
e===null?e=[s]:e.push(s),a++}if(!M.test(n)){let s={instancePath:i+"/changes/"+r,schemaPath:"#/properties/changes/items/pattern",keyword:"pat\
tern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/changes/"+r,schemaPath:"#/propert\
ies/changes/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];
if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/changes",schemaPath:"#/properties/changes/uniqueItems",keyword:"\
uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.title!==void 0&&h.call(l,"title")){let t=l.title;if(typeof t!=
"string"&&t!==null){let p={instancePath:i+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:$.properties.title.type}};
e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/title",schemaPath:"#/properties/title\
/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/title",schemaPath:"#\
/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+"/title",
schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.reason!==void 0&&
h.call(l,"reason")){let t=l.reason;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/reason",schemaPath:"#/properties/reason/type",keyword:"\
type",params:{type:$.properties.reason.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>40&&f(t)>40){let p={instancePath:i+
"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit:40}};e===null?e=[p]:e.push(p),a++}if(!ae.test(t)){let p={
instancePath:i+"/reason",schemaPath:"#/properties/reason/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*$"}};e===null?e=[p]:e.push(
p),a++}}}if(l.points!==void 0&&h.call(l,"points")){let t=l.points;if(!(typeof t=="number"&&isFinite(t))&&t!==null){let p={instancePath:i+"/p\
oints",schemaPath:"#/properties/points/type",keyword:"type",params:{type:$.properties.points.type}};e===null?e=[p]:e.push(p),a++}if(typeof t==
"number"&&isFinite(t)){if(t>1e6||isNaN(t)){let p={instancePath:i+"/points",schemaPath:"#/properties/points/maximum",keyword:"maximum",params:{
comparison:"<=",limit:1e6}};e===null?e=[p]:e.push(p),a++}if(t<0||isNaN(t)){let p={instancePath:i+"/points",schemaPath:"#/properties/points/m\
inimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[p]:e.push(p),a++}}}if(l.aliases!==void 0&&h.call(l,"aliases")){let t=l.
aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"type",params:{type:$.
properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/aliases",schemaPath:"#/\
properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];
if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/maxLength",keyword:"\
maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/alia\
ses/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+
"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,
m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/aliases",schemaPath:"\
#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}}else{let t={instancePath:i,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return Y.errors=e,a===0}Y.evaluated={props:!0,dynamicProps:!1,
dynamicItems:!1};var at=ee,ye={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/team.schema.json",
type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"st\
ring",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},members:{type:["array","null"],items:{type:"str\
ing",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},archived:{type:["boolean","null"]}},required:["title"],patternProperties:{
"^x-":{}},additionalProperties:!1};function ee(l,{instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){
let e=null,a=0,P=ee.evaluated;if(P.dynamicProps&&(P.props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){
if(l.title===void 0||!h.call(l,"title")){let t={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"title"}};
e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t==="title"||t==="aliases"||t==="members"||t==="archived"||z.test(t))){let p={
instancePath:i,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}
if(l.title!==void 0&&h.call(l,"title")){let t=l.title;if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/title",schemaPath:"\
#/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/ti\
tle",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+
"/title",schemaPath:"#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+
"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.aliases!==void 0&&h.
call(l,"aliases")){let t=l.aliases;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/aliases",schemaPath:"#/properties/aliases/type",keyword:"\
type",params:{type:ye.properties.aliases.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+"/a\
liases",schemaPath:"#/properties/aliases/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(typeof n=="string"){if(n.length>200&&f(n)>200){let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/ite\
ms/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[s]:e.push(s),a++}if(!O.test(n)){let s={instancePath:i+"/aliases/"+r,schemaPath:"\
#/properties/aliases/items/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}};e===null?e=[s]:e.push(s),a++}}else{
let s={instancePath:i+"/aliases/"+r,schemaPath:"#/properties/aliases/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(
s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+
"/aliases",schemaPath:"#/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}
if(l.members!==void 0&&h.call(l,"members")){let t=l.members;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/members",schemaPath:"#/p\
roperties/members/type",keyword:"type",params:{type:ye.properties.members.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>
1e3){let r={instancePath:i+"/members",schemaPath:"#/properties/members/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(
r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>100&&f(n)>100){let s={instancePath:i+"/members/"+r,
schemaPath:"#/properties/members/items/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[s]:e.push(s),a++}if(!q.test(n)){let s={
instancePath:i+"/members/"+r,schemaPath:"#/properties/members/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===
null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/members/"+r,schemaPath:"#/properties/members/items/type",keyword:"type",params:{type:"\
string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="numb\
er"){m=r[n];let s={instancePath:i+"/members",schemaPath:"#/properties/members/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?
e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.archived!==void 0&&h.call(l,"archived")){let t=l.archived;if(typeof t!="boolean"&&t!==null){let p={
instancePath:i+"/archived",schemaPath:"#/properties/archived/type",keyword:"type",params:{type:ye.properties.archived.type}};e===null?e=[p]:
e.push(p),a++}}}else{let t={instancePath:i,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return ee.
errors=e,a===0}ee.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var pt=te,V={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"\
https://storytree.dev/schema/1/template.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n\
]*$"},description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},type:{type:["string","null"],maxLength:40,pattern:"\
^[a-z][a-z0-9-]*$"},triage:{enum:["new","incomplete","confirmed","triaged","rejected",null]},tags:{type:["array","null"],items:{type:"string",
maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},uniqueItems:!0,maxItems:1e3},projects:{type:["arr\
ay","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},uniqueItems:!0,maxItems:1e3},priority:{
enum:["critical","high","medium","low","wishlist",null]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1};function te(l,{
instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=te.evaluated;if(P.dynamicProps&&(P.
props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.title===void 0||!h.call(l,"title")){let t={instancePath:i,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[t]:e.push(t),a++}for(let t of Object.keys(l))if(!(t===
"title"||t==="description"||t==="type"||t==="triage"||t==="tags"||t==="projects"||t==="priority"||z.test(t))){let p={instancePath:i,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[p]:e.push(p),a++}if(l.title!==void 0&&h.call(
l,"title")){let t=l.title;if(typeof t=="string"){if(t.length>300&&f(t)>300){let p={instancePath:i+"/title",schemaPath:"#/properties/title/ma\
xLength",keyword:"maxLength",params:{limit:300}};e===null?e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/title",schemaPath:"#/pr\
operties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+"/title",schemaPath:"\
#/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}else{let p={instancePath:i+"/title",
schemaPath:"#/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[p]:e.push(p),a++}}if(l.description!==void 0&&h.call(
l,"description")){let t=l.description;if(typeof t!="string"&&t!==null){let p={instancePath:i+"/description",schemaPath:"#/properties/descrip\
tion/type",keyword:"type",params:{type:V.properties.description.type}};e===null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>300&&
f(t)>300){let p={instancePath:i+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit:300}};e===null?
e=[p]:e.push(p),a++}if(t.length<1){let p={instancePath:i+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",
params:{limit:1}};e===null?e=[p]:e.push(p),a++}if(!I.test(t)){let p={instancePath:i+"/description",schemaPath:"#/properties/description/patt\
ern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.type!==void 0&&h.call(l,"type")){let t=l.type;if(typeof t!=
"string"&&t!==null){let p={instancePath:i+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type:V.properties.type.type}};e===
null?e=[p]:e.push(p),a++}if(typeof t=="string"){if(t.length>40&&f(t)>40){let p={instancePath:i+"/type",schemaPath:"#/properties/type/maxLeng\
th",keyword:"maxLength",params:{limit:40}};e===null?e=[p]:e.push(p),a++}if(!ae.test(t)){let p={instancePath:i+"/type",schemaPath:"#/properti\
es/type/pattern",keyword:"pattern",params:{pattern:"^[a-z][a-z0-9-]*$"}};e===null?e=[p]:e.push(p),a++}}}if(l.triage!==void 0&&h.call(l,"tria\
ge")){let t=l.triage;if(!(t==="new"||t==="incomplete"||t==="confirmed"||t==="triaged"||t==="rejected"||t===null)){let p={instancePath:i+"/tr\
iage",schemaPath:"#/properties/triage/enum",keyword:"enum",params:{allowedValues:V.properties.triage.enum}};e===null?e=[p]:e.push(p),a++}}if(l.
tags!==void 0&&h.call(l,"tags")){let t=l.tags;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/tags",schemaPath:"#/properties/tags/ty\
pe",keyword:"type",params:{type:V.properties.tags.type}};e===null?e=[p]:e.push(p),a++}if(Array.isArray(t)){if(t.length>1e3){let r={instancePath:i+
"/tags",schemaPath:"#/properties/tags/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<
p;r++){let n=t[r];if(typeof n=="string"){if(n.length>60&&f(n)>60){let s={instancePath:i+"/tags/"+r,schemaPath:"#/properties/tags/items/maxLe\
ngth",keyword:"maxLength",params:{limit:60}};e===null?e=[s]:e.push(s),a++}if(!ge.test(n)){let s={instancePath:i+"/tags/"+r,schemaPath:"#/pro\
perties/tags/items/pattern",keyword:"pattern",params:{pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"}};e===null?
e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/tags/"+r,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type:"string"}};
e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];
let s={instancePath:i+"/tags",schemaPath:"#/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;
break}r[n]=c}}}}}if(l.projects!==void 0&&h.call(l,"projects")){let t=l.projects;if(!Array.isArray(t)&&t!==null){let p={instancePath:i+"/proj\
ects",schemaPath:"#/properties/projects/type",keyword:"type",params:{type:V.properties.projects.type}};e===null?e=[p]:e.push(p),a++}if(Array.
isArray(t)){if(t.length>1e3){let r={instancePath:i+"/projects",schemaPath:"#/properties/projects/maxItems",keyword:"maxItems",params:{limit:1e3}};
e===null?e=[r]:e.push(r),a++}let p=t.length;for(let r=0;r<p;r++){let n=t[r];if(typeof n=="string"){if(n.length>150&&f(n)>150){let s={instancePath:i+
"/projects/"+r,schemaPath:"#/properties/projects/items/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[s]:e.push(s),a++}if(!se.
test(n)){let s={instancePath:i+"/projects/"+r,schemaPath:"#/properties/projects/items/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][\
a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}};e===null?e=[s]:e.push(s),a++}}else{let s={instancePath:i+"/projects/"+r,schemaPath:"#/properties/pro\
jects/items/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),a++}}let c=t.length,m;if(c>1){let r={};for(;c--;){let n=t[c];
if(typeof n=="string"){if(typeof r[n]=="number"){m=r[n];let s={instancePath:i+"/projects",schemaPath:"#/properties/projects/uniqueItems",keyword:"\
uniqueItems",params:{i:c,j:m}};e===null?e=[s]:e.push(s),a++;break}r[n]=c}}}}}if(l.priority!==void 0&&h.call(l,"priority")){let t=l.priority;
if(!(t==="critical"||t==="high"||t==="medium"||t==="low"||t==="wishlist"||t===null)){let p={instancePath:i+"/priority",schemaPath:"#/propert\
ies/priority/enum",keyword:"enum",params:{allowedValues:V.properties.priority.enum}};e===null?e=[p]:e.push(p),a++}}}else{let t={instancePath:i,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),a++}return te.errors=e,a===0}te.evaluated={props:!0,dynamicProps:!1,
dynamicItems:!1};var nt=re,x={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/tracker.schema.json",
type:"object",properties:{format:{const:1},name:{type:"string",minLength:1,maxLength:100,pattern:"^[^\\n]*$"},url:{type:["string","null"],maxLength:2e3,
pattern:'^https?://[^\\s<>"]+$'},visibility:{enum:["public","restricted"]},team:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z\
0-9._-]*$"},review:{type:["object","null"],properties:{host:{enum:["gerrit","github","gitlab","gitea","plain"]},url:{type:["string","null"],
maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},remote:{type:["string","null"],maxLength:100,pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"},branch:{
type:["string","null"],maxLength:100,pattern:"^[A-Za-z0-9][A-Za-z0-9._/-]*$"},topic:{type:["string","null"],maxLength:100,pattern:"^[A-Za-z0\
-9][A-Za-z0-9._-]*$"},mail:{type:["string","null"],maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}},required:["host"],additionalProperties:!1},
types:{type:["object","null"],propertyNames:{maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},additionalProperties:{type:"object",properties:{title:{
type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},
required:["title"],additionalProperties:!1},maxProperties:50},tags:{type:["object","null"],propertyNames:{maxLength:60,pattern:"^[\\p{Ll}\\p{L\
o}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},additionalProperties:{type:"object",properties:{description:{type:["string","null"],minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},reserved:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"}},required:[],additionalProperties:!1},
maxProperties:1e3},fields:{type:["object","null"],propertyNames:{maxLength:40,pattern:"^[a-z][a-z0-9_]*$"},additionalProperties:{type:"objec\
t",properties:{on:{type:"array",items:{enum:["story","task"]},uniqueItems:!0,maxItems:1e3,minItems:1},title:{type:["string","null"],minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},schema:{type:"object",
properties:{type:{enum:["string","integer","number","boolean","array"]},enum:{type:"array",items:{type:["string","integer","number"]},minItems:1,
maxItems:200},minimum:{type:"number"},maximum:{type:"number"},minLength:{type:"integer",minimum:0,maximum:1e4},maxLength:{type:"integer",minimum:0,
maximum:1e4},maxItems:{type:"integer",minimum:0,maximum:1e3},pattern:{type:"string",maxLength:200},format:{enum:["day","instant","url"]},items:{
type:"object",properties:{type:{enum:["string","integer","number","boolean"]},enum:{type:"array",items:{type:["string","integer","number"]},
minItems:1,maxItems:200},minimum:{type:"number"},maximum:{type:"number"},maxLength:{type:"integer",minimum:0,maximum:1e4}},required:["type"],
additionalProperties:!1}},required:["type"],additionalProperties:!1}},required:["on","schema"],additionalProperties:!1},maxProperties:50},policy:{
type:["array","null"],items:{type:"object",properties:{kind:{type:["string","array","null"],items:{type:"string",pattern:"^[a-z*]+$"}},fields:{
type:["array","null"],items:{type:"string",maxLength:60,pattern:"^(\\+|-|\\*|[a-z][a-z0-9_-]*)$"},uniqueItems:!0,maxItems:1e3},from:{type:["\
array","null"],items:{type:["string","number","boolean"],maxLength:300},uniqueItems:!0,maxItems:1e3},to:{type:["array","null"],items:{type:[
"string","number","boolean"],maxLength:300},uniqueItems:!0,maxItems:1e3},projects:{type:["array","null"],items:{type:"string",maxLength:150,
pattern:"^[a-z0-9][a-z0-9._/-]*\\*?$|^\\*$"},uniqueItems:!0,maxItems:1e3},by:{type:["string","null"],maxLength:110,pattern:"^(anyone|assigne\
e|author|self|maintainer|team:[a-z0-9][a-z0-9._-]*)$"},approval:{enum:["auto","review","deny"]},reviewers:{type:["string","null"],maxLength:110,
pattern:"^(maintainers|team:[a-z0-9][a-z0-9._-]*)$"},reason:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:[
"approval"],additionalProperties:!1},uniqueItems:!1,maxItems:1e3},intake:{type:["object","null"],properties:{address:{type:["string","null"],
maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'},author:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"}},required:[],
additionalProperties:!1},public:{type:["string","null"],maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},restricted:{type:["string","null"],minLength:1,
maxLength:300,pattern:"^[^\\n]*$"}},required:["format","name","visibility"],patternProperties:{"^x-":{}},additionalProperties:!1},qe=new RegExp(
"^[A-Za-z0-9][A-Za-z0-9._-]*$","u"),lt=new RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]*$","u"),ot=new RegExp("^[a-z][a-z0-9_]*$","u"),mt=new RegExp(
"^[a-z*]+$","u"),ht=new RegExp("^(\\+|-|\\*|[a-z][a-z0-9_-]*)$","u"),ct=new RegExp("^[a-z0-9][a-z0-9._/-]*\\*?$|^\\*$","u"),ut=new RegExp("^\
(anyone|assignee|author|self|maintainer|team:[a-z0-9][a-z0-9._-]*)$","u"),ft=new RegExp("^(maintainers|team:[a-z0-9][a-z0-9._-]*)$","u");function re(l,{
instancePath:i="",parentData:w,parentDataProperty:j,rootData:L=l,dynamicAnchors:v={}}={}){let e=null,a=0,P=re.evaluated;if(P.dynamicProps&&(P.
props=void 0),P.dynamicItems&&(P.items=void 0),l&&typeof l=="object"&&!Array.isArray(l)){if(l.format===void 0||!h.call(l,"format")){let m={instancePath:i,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"format"}};e===null?e=[m]:e.push(m),a++}if(l.name===void 0||!h.call(l,"na\
me")){let m={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"name"}};e===null?e=[m]:e.push(m),a++}if(l.visibility===
void 0||!h.call(l,"visibility")){let m={instancePath:i,schemaPath:"#/required",keyword:"required",params:{missingProperty:"visibility"}};e===
null?e=[m]:e.push(m),a++}for(let m of Object.keys(l))if(!(h.call(x.properties,m)||z.test(m))){let r={instancePath:i,schemaPath:"#/additional\
Properties",keyword:"additionalProperties",params:{additionalProperty:m}};e===null?e=[r]:e.push(r),a++}if(l.format!==void 0&&h.call(l,"forma\
t")&&l.format!==1){let m={instancePath:i+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue:1}};e===null?
e=[m]:e.push(m),a++}if(l.name!==void 0&&h.call(l,"name")){let m=l.name;if(typeof m=="string"){if(m.length>100&&f(m)>100){let r={instancePath:i+
"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[r]:e.push(r),a++}if(m.length<1){let r={
instancePath:i+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[r]:e.push(r),a++}if(!I.test(
m)){let r={instancePath:i+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[r]:e.push(
r),a++}}else{let r={instancePath:i+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type:"string"}};e===null?e=[r]:e.push(
r),a++}}if(l.url!==void 0&&h.call(l,"url")){let m=l.url;if(typeof m!="string"&&m!==null){let r={instancePath:i+"/url",schemaPath:"#/properti\
es/url/type",keyword:"type",params:{type:x.properties.url.type}};e===null?e=[r]:e.push(r),a++}if(typeof m=="string"){if(m.length>2e3&&f(m)>2e3){
let r={instancePath:i+"/url",schemaPath:"#/properties/url/maxLength",keyword:"maxLength",params:{limit:2e3}};e===null?e=[r]:e.push(r),a++}if(!M.
test(m)){let r={instancePath:i+"/url",schemaPath:"#/properties/url/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===
null?e=[r]:e.push(r),a++}}}if(l.visibility!==void 0&&h.call(l,"visibility")){let m=l.visibility;if(!(m==="public"||m==="restricted")){let r={
instancePath:i+"/visibility",schemaPath:"#/properties/visibility/enum",keyword:"enum",params:{allowedValues:x.properties.visibility.enum}};e===
null?e=[r]:e.push(r),a++}}if(l.team!==void 0&&h.call(l,"team")){let m=l.team;if(typeof m!="string"&&m!==null){let r={instancePath:i+"/team",
schemaPath:"#/properties/team/type",keyword:"type",params:{type:x.properties.team.type}};e===null?e=[r]:e.push(r),a++}if(typeof m=="string"){
if(m.length>100&&f(m)>100){let r={instancePath:i+"/team",schemaPath:"#/properties/team/maxLength",keyword:"maxLength",params:{limit:100}};e===
null?e=[r]:e.push(r),a++}if(!q.test(m)){let r={instancePath:i+"/team",schemaPath:"#/properties/team/pattern",keyword:"pattern",params:{pattern:"\
^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[r]:e.push(r),a++}}}if(l.review!==void 0&&h.call(l,"review")){let m=l.review;if(!(m&&typeof m=="object"&&
!Array.isArray(m))&&m!==null){let r={instancePath:i+"/review",schemaPath:"#/properties/review/type",keyword:"type",params:{type:x.properties.
review.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(m)){if(m.host===void 0||!h.call(m,"host")){let r={instancePath:i+
"/review",schemaPath:"#/properties/review/required",keyword:"required",params:{missingProperty:"host"}};e===null?e=[r]:e.push(r),a++}for(let r of Object.
keys(m))if(!(r==="host"||r==="url"||r==="remote"||r==="branch"||r==="topic"||r==="mail")){let n={instancePath:i+"/review",schemaPath:"#/prop\
erties/review/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:r}};e===null?e=[n]:e.push(n),a++}if(m.host!==void 0&&
h.call(m,"host")){let r=m.host;if(!(r==="gerrit"||r==="github"||r==="gitlab"||r==="gitea"||r==="plain")){let n={instancePath:i+"/review/host",
schemaPath:"#/properties/review/properties/host/enum",keyword:"enum",params:{allowedValues:x.properties.review.properties.host.enum}};e===null?
e=[n]:e.push(n),a++}}if(m.url!==void 0&&h.call(m,"url")){let r=m.url;if(typeof r!="string"&&r!==null){let n={instancePath:i+"/review/url",schemaPath:"\
#/properties/review/properties/url/type",keyword:"type",params:{type:x.properties.review.properties.url.type}};e===null?e=[n]:e.push(n),a++}
if(typeof r=="string"){if(r.length>2e3&&f(r)>2e3){let n={instancePath:i+"/review/url",schemaPath:"#/properties/review/properties/url/maxLeng\
th",keyword:"maxLength",params:{limit:2e3}};e===null?e=[n]:e.push(n),a++}if(!M.test(r)){let n={instancePath:i+"/review/url",schemaPath:"#/pr\
operties/review/properties/url/pattern",keyword:"pattern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[n]:e.push(n),a++}}}if(m.remote!==
void 0&&h.call(m,"remote")){let r=m.remote;if(typeof r!="string"&&r!==null){let n={instancePath:i+"/review/remote",schemaPath:"#/properties/\
review/properties/remote/type",keyword:"type",params:{type:x.properties.review.properties.remote.type}};e===null?e=[n]:e.push(n),a++}if(typeof r==
"string"){if(r.length>100&&f(r)>100){let n={instancePath:i+"/review/remote",schemaPath:"#/properties/review/properties/remote/maxLength",keyword:"\
maxLength",params:{limit:100}};e===null?e=[n]:e.push(n),a++}if(!qe.test(r)){let n={instancePath:i+"/review/remote",schemaPath:"#/properties/\
review/properties/remote/pattern",keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"}};e===null?e=[n]:e.push(n),a++}}}if(m.branch!==
void 0&&h.call(m,"branch")){let r=m.branch;if(typeof r!="string"&&r!==null){let n={instancePath:i+"/review/branch",schemaPath:"#/properties/\
review/properties/branch/type",keyword:"type",params:{type:x.properties.review.properties.branch.type}};e===null?e=[n]:e.push(n),a++}if(typeof r==
"string"){if(r.length>100&&f(r)>100){let n={instancePath:i+"/review/branch",schemaPath:"#/properties/review/properties/branch/maxLength",keyword:"\
maxLength",params:{limit:100}};e===null?e=[n]:e.push(n),a++}if(!lt.test(r)){let n={instancePath:i+"/review/branch",schemaPath:"#/properties/\
review/properties/branch/pattern",keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9._/-]*$"}};e===null?e=[n]:e.push(n),a++}}}if(m.topic!==
void 0&&h.call(m,"topic")){let r=m.topic;if(typeof r!="string"&&r!==null){let n={instancePath:i+"/review/topic",schemaPath:"#/properties/rev\
iew/properties/topic/type",keyword:"type",params:{type:x.properties.review.properties.topic.type}};e===null?e=[n]:e.push(n),a++}if(typeof r==
"string"){if(r.length>100&&f(r)>100){let n={instancePath:i+"/review/topic",schemaPath:"#/properties/review/properties/topic/maxLength",keyword:"\
maxLength",params:{limit:100}};e===null?e=[n]:e.push(n),a++}if(!qe.test(r)){let n={instancePath:i+"/review/topic",schemaPath:"#/properties/r\
eview/properties/topic/pattern",keyword:"pattern",params:{pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"}};e===null?e=[n]:e.push(n),a++}}}if(m.mail!==
void 0&&h.call(m,"mail")){let r=m.mail;if(typeof r!="string"&&r!==null){let n={instancePath:i+"/review/mail",schemaPath:"#/properties/review\
/properties/mail/type",keyword:"type",params:{type:x.properties.review.properties.mail.type}};e===null?e=[n]:e.push(n),a++}if(typeof r=="str\
ing"){if(r.length>254&&f(r)>254){let n={instancePath:i+"/review/mail",schemaPath:"#/properties/review/properties/mail/maxLength",keyword:"ma\
xLength",params:{limit:254}};e===null?e=[n]:e.push(n),a++}if(!de.test(r)){let n={instancePath:i+"/review/mail",schemaPath:"#/properties/revi\
ew/properties/mail/pattern",keyword:"pattern",params:{pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}};e===null?e=[n]:e.push(n),a++}}}}}if(l.types!==void 0&&
h.call(l,"types")){let m=l.types;if(!(m&&typeof m=="object"&&!Array.isArray(m))&&m!==null){let r={instancePath:i+"/types",schemaPath:"#/prop\
erties/types/type",keyword:"type",params:{type:x.properties.types.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(
m)){if(Object.keys(m).length>50){let r={instancePath:i+"/types",schemaPath:"#/properties/types/maxProperties",keyword:"maxProperties",params:{
limit:50}};e===null?e=[r]:e.push(r),a++}for(let r of Object.keys(m)){let n=a;if(typeof r=="string"){if(f(r)>40){let s={instancePath:i+"/type\
s",schemaPath:"#/properties/types/propertyNames/maxLength",keyword:"maxLength",params:{limit:40},propertyName:r};e===null?e=[s]:e.push(s),a++}
if(!ae.test(r)){let s={instancePath:i+"/types",schemaPath:"#/properties/types/propertyNames/pattern",keyword:"pattern",params:{pattern:"^[a-\
z][a-z0-9-]*$"},propertyName:r};e===null?e=[s]:e.push(s),a++}}var t=n===a;if(!t){let s={instancePath:i+"/types",schemaPath:"#/properties/typ\
es/propertyNames",keyword:"propertyNames",params:{propertyName:r}};e===null?e=[s]:e.push(s),a++}}for(let r of Object.keys(m)){let n=m[r];if(n&&
typeof n=="object"&&!Array.isArray(n)){if(n.title===void 0||!h.call(n,"title")){let s={instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/types/additionalProperties/required",keyword:"required",params:{missingProperty:"title"}};e===null?e=[s]:
e.push(s),a++}for(let s of Object.keys(n))if(!(s==="title"||s==="description")){let o={instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/types/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s}};
e===null?e=[o]:e.push(o),a++}if(n.title!==void 0&&h.call(n,"title")){let s=n.title;if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={
instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/types/additionalProperties/properties/ti\
tle/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/types/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/types/additionalProperties/properties/title/minLength",keyword:"minLength",
params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(s)){let o={instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/tit\
le",schemaPath:"#/properties/types/additionalProperties/properties/title/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=
[o]:e.push(o),a++}}else{let o={instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/types/add\
itionalProperties/properties/title/type",keyword:"type",params:{type:"string"}};e===null?e=[o]:e.push(o),a++}}if(n.description!==void 0&&h.call(
n,"description")){let s=n.description;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/description",schemaPath:"#/properties/types/additionalProperties/properties/description/type",keyword:"type",params:{type:x.properties.
types.additionalProperties.properties.description.type}};e===null?e=[o]:e.push(o),a++}if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={
instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/types/additionalProperties/propert\
ies/description/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/types\
/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/types/additionalProperties/properties/description/minLen\
gth",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(s)){let o={instancePath:i+"/types/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")+"/description",schemaPath:"#/properties/types/additionalProperties/properties/description/pattern",keyword:"pattern",params:{
pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}}else{let s={instancePath:i+"/types/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/types/additionalProperties/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),a++}}}}if(l.tags!==void 0&&h.call(
l,"tags")){let m=l.tags;if(!(m&&typeof m=="object"&&!Array.isArray(m))&&m!==null){let r={instancePath:i+"/tags",schemaPath:"#/properties/tag\
s/type",keyword:"type",params:{type:x.properties.tags.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(m)){if(Object.
keys(m).length>1e3){let r={instancePath:i+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit:1e3}};e===
null?e=[r]:e.push(r),a++}for(let r of Object.keys(m)){let n=a;if(typeof r=="string"){if(f(r)>60){let s={instancePath:i+"/tags",schemaPath:"#\
/properties/tags/propertyNames/maxLength",keyword:"maxLength",params:{limit:60},propertyName:r};e===null?e=[s]:e.push(s),a++}if(!ge.test(r)){
let s={instancePath:i+"/tags",schemaPath:"#/properties/tags/propertyNames/pattern",keyword:"pattern",params:{pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\\
p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},propertyName:r};e===null?e=[s]:e.push(s),a++}}var p=n===a;if(!p){let s={instancePath:i+"/tags",schemaPath:"\
#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName:r}};e===null?e=[s]:e.push(s),a++}}for(let r of Object.keys(m)){
let n=m[r];if(n&&typeof n=="object"&&!Array.isArray(n)){for(let s of Object.keys(n))if(!(s==="description"||s==="reserved")){let o={instancePath:i+
"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/tags/additionalProperties/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:s}};e===null?e=[o]:e.push(o),a++}if(n.description!==void 0&&h.call(n,"description")){let s=n.description;
if(typeof s!="string"&&s!==null){let o={instancePath:i+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/proper\
ties/tags/additionalProperties/properties/description/type",keyword:"type",params:{type:x.properties.tags.additionalProperties.properties.description.
type}};e===null?e=[o]:e.push(o),a++}if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={instancePath:i+"/tags/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/description",schemaPath:"#/properties/tags/additionalProperties/properties/description/maxLength",keyword:"maxLength",params:{
limit:300}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/descriptio\
n",schemaPath:"#/properties/tags/additionalProperties/properties/description/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:
e.push(o),a++}if(!I.test(s)){let o={instancePath:i+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties\
/tags/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}if(n.
reserved!==void 0&&h.call(n,"reserved")){let s=n.reserved;if(typeof s!="string"&&s!==null){let o={instancePath:i+"/tags/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")+"/reserved",schemaPath:"#/properties/tags/additionalProperties/properties/reserved/type",keyword:"type",params:{type:x.properties.
tags.additionalProperties.properties.reserved.type}};e===null?e=[o]:e.push(o),a++}if(typeof s=="string"){if(s.length>100&&f(s)>100){let o={instancePath:i+
"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/reserved",schemaPath:"#/properties/tags/additionalProperties/properties/reserved/maxLeng\
th",keyword:"maxLength",params:{limit:100}};e===null?e=[o]:e.push(o),a++}if(!q.test(s)){let o={instancePath:i+"/tags/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")+"/reserved",schemaPath:"#/properties/tags/additionalProperties/properties/reserved/pattern",keyword:"pattern",params:{pattern:"\
^[a-z0-9][a-z0-9._-]*$"}};e===null?e=[o]:e.push(o),a++}}}}else{let s={instancePath:i+"/tags/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/tags/additionalProperties/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),a++}}}}if(l.fields!==void 0&&h.
call(l,"fields")){let m=l.fields;if(!(m&&typeof m=="object"&&!Array.isArray(m))&&m!==null){let r={instancePath:i+"/fields",schemaPath:"#/pro\
perties/fields/type",keyword:"type",params:{type:x.properties.fields.type}};e===null?e=[r]:e.push(r),a++}if(m&&typeof m=="object"&&!Array.isArray(
m)){if(Object.keys(m).length>50){let r={instancePath:i+"/fields",schemaPath:"#/properties/fields/maxProperties",keyword:"maxProperties",params:{
limit:50}};e===null?e=[r]:e.push(r),a++}for(let r of Object.keys(m)){let n=a;if(typeof r=="string"){if(f(r)>40){let s={instancePath:i+"/fiel\
ds",schemaPath:"#/properties/fields/propertyNames/maxLength",keyword:"maxLength",params:{limit:40},propertyName:r};e===null?e=[s]:e.push(s),
a++}if(!ot.test(r)){let s={instancePath:i+"/fields",schemaPath:"#/properties/fields/propertyNames/pattern",keyword:"pattern",params:{pattern:"\
^[a-z][a-z0-9_]*$"},propertyName:r};e===null?e=[s]:e.push(s),a++}}var c=n===a;if(!c){let s={instancePath:i+"/fields",schemaPath:"#/propertie\
s/fields/propertyNames",keyword:"propertyNames",params:{propertyName:r}};e===null?e=[s]:e.push(s),a++}}for(let r of Object.keys(m)){let n=m[r];
if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.on===void 0||!h.call(n,"on")){let s={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/fields/additionalProperties/required",keyword:"required",params:{missingProperty:"on"}};e===null?e=[s]:
e.push(s),a++}if(n.schema===void 0||!h.call(n,"schema")){let s={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/fields/additionalProperties/required",keyword:"required",params:{missingProperty:"schema"}};e===null?e=[s]:e.push(s),a++}for(let s of Object.
keys(n))if(!(s==="on"||s==="title"||s==="description"||s==="schema")){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/fields/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s}};
e===null?e=[o]:e.push(o),a++}if(n.on!==void 0&&h.call(n,"on")){let s=n.on;if(Array.isArray(s)){if(s.length>1e3){let k={instancePath:i+"/fiel\
ds/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/on",schemaPath:"#/properties/fields/additionalProperties/properties/on/maxItems",keyword:"ma\
xItems",params:{limit:1e3}};e===null?e=[k]:e.push(k),a++}if(s.length<1){let k={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,
"~1")+"/on",schemaPath:"#/properties/fields/additionalProperties/properties/on/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[k]:
e.push(k),a++}let o=s.length;for(let k=0;k<o;k++){let y=s[k];if(!(y==="story"||y==="task")){let g={instancePath:i+"/fields/"+r.replace(/~/g,
"~0").replace(/\//g,"~1")+"/on/"+k,schemaPath:"#/properties/fields/additionalProperties/properties/on/items/enum",keyword:"enum",params:{allowedValues:x.
properties.fields.additionalProperties.properties.on.items.enum}};e===null?e=[g]:e.push(g),a++}}let u=s.length,d;if(u>1){e:for(;u--;)for(d=u;d--;)
if(R(s[u],s[d])){let k={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/on",schemaPath:"#/properties/fields/additionalP\
roperties/properties/on/uniqueItems",keyword:"uniqueItems",params:{i:u,j:d}};e===null?e=[k]:e.push(k),a++;break e}}}else{let o={instancePath:i+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/on",schemaPath:"#/properties/fields/additionalProperties/properties/on/type",keyword:"\
type",params:{type:"array"}};e===null?e=[o]:e.push(o),a++}}if(n.title!==void 0&&h.call(n,"title")){let s=n.title;if(typeof s!="string"&&s!==
null){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/fields/additionalPropertie\
s/properties/title/type",keyword:"type",params:{type:x.properties.fields.additionalProperties.properties.title.type}};e===null?e=[o]:e.push(
o),a++}if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",
schemaPath:"#/properties/fields/additionalProperties/properties/title/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[o]:e.push(
o),a++}if(s.length<1){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/fields/add\
itionalProperties/properties/title/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[o]:e.push(o),a++}if(!I.test(s)){let o={instancePath:i+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/title",schemaPath:"#/properties/fields/additionalProperties/properties/title/pattern",
keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(o),a++}}}if(n.description!==void 0&&h.call(n,"description")){let s=n.description;
if(typeof s!="string"&&s!==null){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/prop\
erties/fields/additionalProperties/properties/description/type",keyword:"type",params:{type:x.properties.fields.additionalProperties.properties.
description.type}};e===null?e=[o]:e.push(o),a++}if(typeof s=="string"){if(s.length>300&&f(s)>300){let o={instancePath:i+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/fields/additionalProperties/properties/description/maxLength",keyword:"\
maxLength",params:{limit:300}};e===null?e=[o]:e.push(o),a++}if(s.length<1){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,
"~1")+"/description",schemaPath:"#/properties/fields/additionalProperties/properties/description/minLength",keyword:"minLength",params:{limit:1}};
e===null?e=[o]:e.push(o),a++}if(!I.test(s)){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"\
#/properties/fields/additionalProperties/properties/description/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[o]:e.push(
o),a++}}}if(n.schema!==void 0&&h.call(n,"schema")){let s=n.schema;if(s&&typeof s=="object"&&!Array.isArray(s)){if(s.type===void 0||!h.call(s,
"type")){let o={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema",schemaPath:"#/properties/fields/additionalPrope\
rties/properties/schema/required",keyword:"required",params:{missingProperty:"type"}};e===null?e=[o]:e.push(o),a++}for(let o of Object.keys(
s))if(!h.call(x.properties.fields.additionalProperties.properties.schema.properties,o)){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")+"/schema",schemaPath:"#/properties/fields/additionalProperties/properties/schema/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:o}};e===null?e=[u]:e.push(u),a++}if(s.type!==void 0&&h.call(s,"type")){let o=s.type;if(!(o==="strin\
g"||o==="integer"||o==="number"||o==="boolean"||o==="array")){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/sc\
hema/type",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/type/enum",keyword:"enum",params:{allowedValues:x.
properties.fields.additionalProperties.properties.schema.properties.type.enum}};e===null?e=[u]:e.push(u),a++}}if(s.enum!==void 0&&h.call(s,"\
enum")){let o=s.enum;if(Array.isArray(o)){if(o.length>200){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schem\
a/enum",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/enum/maxItems",keyword:"maxItems",params:{limit:200}};
e===null?e=[d]:e.push(d),a++}if(o.length<1){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum",schemaPath:"\
#/properties/fields/additionalProperties/properties/schema/properties/enum/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[d]:e.push(
d),a++}let u=o.length;for(let d=0;d<u;d++){let k=o[d];if(typeof k!="string"&&!(typeof k=="number"&&isFinite(k))){let y={instancePath:i+"/fie\
lds/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum/"+d,schemaPath:"#/properties/fields/additionalProperties/properties/schema/prop\
erties/enum/items/type",keyword:"type",params:{type:x.properties.fields.additionalProperties.properties.schema.properties.enum.items.type}};
e===null?e=[y]:e.push(y),a++}}}else{let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum",schemaPath:"#/p\
roperties/fields/additionalProperties/properties/schema/properties/enum/type",keyword:"type",params:{type:"array"}};e===null?e=[u]:e.push(u),
a++}}if(s.minimum!==void 0&&h.call(s,"minimum")){let o=s.minimum;if(!(typeof o=="number"&&isFinite(o))){let u={instancePath:i+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema/minimum",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/minimum/t\
ype",keyword:"type",params:{type:"number"}};e===null?e=[u]:e.push(u),a++}}if(s.maximum!==void 0&&h.call(s,"maximum")){let o=s.maximum;if(!(typeof o==
"number"&&isFinite(o))){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maximum",schemaPath:"#/properties\
/fields/additionalProperties/properties/schema/properties/maximum/type",keyword:"type",params:{type:"number"}};e===null?e=[u]:e.push(u),a++}}
if(s.minLength!==void 0&&h.call(s,"minLength")){let o=s.minLength;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let u={instancePath:i+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/minLength",schemaPath:"#/properties/fields/additionalProperties/properties/sche\
ma/properties/minLength/type",keyword:"type",params:{type:"integer"}};e===null?e=[u]:e.push(u),a++}if(typeof o=="number"&&isFinite(o)){if(o>
1e4||isNaN(o)){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/minLength",schemaPath:"#/properties/fields\
/additionalProperties/properties/schema/properties/minLength/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e4}};e===null?e=[u]:e.
push(u),a++}if(o<0||isNaN(o)){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/minLength",schemaPath:"#/pr\
operties/fields/additionalProperties/properties/schema/properties/minLength/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===
null?e=[u]:e.push(u),a++}}}if(s.maxLength!==void 0&&h.call(s,"maxLength")){let o=s.maxLength;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(
o))){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxLength",schemaPath:"#/properties/fields/additiona\
lProperties/properties/schema/properties/maxLength/type",keyword:"type",params:{type:"integer"}};e===null?e=[u]:e.push(u),a++}if(typeof o=="\
number"&&isFinite(o)){if(o>1e4||isNaN(o)){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxLength",schemaPath:"\
#/properties/fields/additionalProperties/properties/schema/properties/maxLength/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e4}};
e===null?e=[u]:e.push(u),a++}if(o<0||isNaN(o)){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxLength",
schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/maxLength/minimum",keyword:"minimum",params:{comparison:">\
=",limit:0}};e===null?e=[u]:e.push(u),a++}}}if(s.maxItems!==void 0&&h.call(s,"maxItems")){let o=s.maxItems;if(!(typeof o=="number"&&!(o%1)&&
!isNaN(o)&&isFinite(o))){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxItems",schemaPath:"#/properti\
es/fields/additionalProperties/properties/schema/properties/maxItems/type",keyword:"type",params:{type:"integer"}};e===null?e=[u]:e.push(u),
a++}if(typeof o=="number"&&isFinite(o)){if(o>1e3||isNaN(o)){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/sche\
ma/maxItems",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/maxItems/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:1e3}};e===null?e=[u]:e.push(u),a++}if(o<0||isNaN(o)){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/s\
chema/maxItems",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/maxItems/minimum",keyword:"minimum",params:{
comparison:">=",limit:0}};e===null?e=[u]:e.push(u),a++}}}if(s.pattern!==void 0&&h.call(s,"pattern")){let o=s.pattern;if(typeof o=="string"){
if(o.length>200&&f(o)>200){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/pattern",schemaPath:"#/propert\
ies/fields/additionalProperties/properties/schema/properties/pattern/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[u]:e.push(
u),a++}}else{let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/pattern",schemaPath:"#/properties/fields/add\
itionalProperties/properties/schema/properties/pattern/type",keyword:"type",params:{type:"string"}};e===null?e=[u]:e.push(u),a++}}if(s.format!==
void 0&&h.call(s,"format")){let o=s.format;if(!(o==="day"||o==="instant"||o==="url")){let u={instancePath:i+"/fields/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")+"/schema/format",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/format/enum",keyword:"\
enum",params:{allowedValues:x.properties.fields.additionalProperties.properties.schema.properties.format.enum}};e===null?e=[u]:e.push(u),a++}}
if(s.items!==void 0&&h.call(s,"items")){let o=s.items;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.type===void 0||!h.call(o,"type")){let u={
instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items",schemaPath:"#/properties/fields/additionalProperties/prop\
erties/schema/properties/items/required",keyword:"required",params:{missingProperty:"type"}};e===null?e=[u]:e.push(u),a++}for(let u of Object.
keys(o))if(!(u==="type"||u==="enum"||u==="minimum"||u==="maximum"||u==="maxLength")){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/schema/items",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:u}};e===null?e=[d]:e.push(d),a++}if(o.type!==void 0&&h.call(o,"type")){let u=o.type;if(!(u===
"string"||u==="integer"||u==="number"||u==="boolean")){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/it\
ems/type",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/properties/type/enum",keyword:"enum",params:{
allowedValues:x.properties.fields.additionalProperties.properties.schema.properties.items.properties.type.enum}};e===null?e=[d]:e.push(d),a++}}
if(o.enum!==void 0&&h.call(o,"enum")){let u=o.enum;if(Array.isArray(u)){if(u.length>200){let k={instancePath:i+"/fields/"+r.replace(/~/g,"~0").
replace(/\//g,"~1")+"/schema/items/enum",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/properties/\
enum/maxItems",keyword:"maxItems",params:{limit:200}};e===null?e=[k]:e.push(k),a++}if(u.length<1){let k={instancePath:i+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema/items/enum",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/\
properties/enum/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[k]:e.push(k),a++}let d=u.length;for(let k=0;k<d;k++){let y=u[k];if(typeof y!=
"string"&&!(typeof y=="number"&&isFinite(y))){let g={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/enum/"+
k,schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/properties/enum/items/type",keyword:"type",params:{
type:x.properties.fields.additionalProperties.properties.schema.properties.items.properties.enum.items.type}};e===null?e=[g]:e.push(g),a++}}}else{
let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/enum",schemaPath:"#/properties/fields/additionalPro\
perties/properties/schema/properties/items/properties/enum/type",keyword:"type",params:{type:"array"}};e===null?e=[d]:e.push(d),a++}}if(o.minimum!==
void 0&&h.call(o,"minimum")){let u=o.minimum;if(!(typeof u=="number"&&isFinite(u))){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(
/\//g,"~1")+"/schema/items/minimum",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/properties/minim\
um/type",keyword:"type",params:{type:"number"}};e===null?e=[d]:e.push(d),a++}}if(o.maximum!==void 0&&h.call(o,"maximum")){let u=o.maximum;if(!(typeof u==
"number"&&isFinite(u))){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maximum",schemaPath:"#/prop\
erties/fields/additionalProperties/properties/schema/properties/items/properties/maximum/type",keyword:"type",params:{type:"number"}};e===null?
e=[d]:e.push(d),a++}}if(o.maxLength!==void 0&&h.call(o,"maxLength")){let u=o.maxLength;if(!(typeof u=="number"&&!(u%1)&&!isNaN(u)&&isFinite(
u))){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxLength",schemaPath:"#/properties/fields/add\
itionalProperties/properties/schema/properties/items/properties/maxLength/type",keyword:"type",params:{type:"integer"}};e===null?e=[d]:e.push(
d),a++}if(typeof u=="number"&&isFinite(u)){if(u>1e4||isNaN(u)){let d={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/s\
chema/items/maxLength",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/items/properties/maxLength/maximum",
keyword:"maximum",params:{comparison:"<=",limit:1e4}};e===null?e=[d]:e.push(d),a++}if(u<0||isNaN(u)){let d={instancePath:i+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxLength",schemaPath:"#/properties/fields/additionalProperties/properties/schema/properties/i\
tems/properties/maxLength/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[d]:e.push(d),a++}}}}else{let u={instancePath:i+
"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items",schemaPath:"#/properties/fields/additionalProperties/properties/schema/p\
roperties/items/type",keyword:"type",params:{type:"object"}};e===null?e=[u]:e.push(u),a++}}}else{let o={instancePath:i+"/fields/"+r.replace(
/~/g,"~0").replace(/\//g,"~1")+"/schema",schemaPath:"#/properties/fields/additionalProperties/properties/schema/type",keyword:"type",params:{
type:"object"}};e===null?e=[o]:e.push(o),a++}}}else{let s={instancePath:i+"/fields/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/\
properties/fields/additionalProperties/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),a++}}}}if(l.policy!==void 0&&h.
call(l,"policy")){let m=l.policy;if(!Array.isArray(m)&&m!==null){let r={instancePath:i+"/policy",schemaPath:"#/properties/policy/type",keyword:"\
type",params:{type:x.properties.policy.type}};e===null?e=[r]:e.push(r),a++}if(Array.isArray(m)){if(m.length>1e3){let n={instancePath:i+"/pol\
icy",schemaPath:"#/properties/policy/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[n]:e.push(n),a++}let r=m.length;for(let n=0;n<
r;n++){let s=m[n];if(s&&typeof s=="object"&&!Array.isArray(s)){if(s.approval===void 0||!h.call(s,"approval")){let o={instancePath:i+"/policy\
/"+n,schemaPath:"#/properties/policy/items/required",keyword:"required",params:{missingProperty:"approval"}};e===null?e=[o]:e.push(o),a++}for(let o of Object.
keys(s))if(!h.call(x.properties.policy.items.properties,o)){let u={instancePath:i+"/policy/"+n,schemaPath:"#/properties/policy/items/additio\
nalProperties",keyword:"additionalProperties",params:{additionalProperty:o}};e===null?e=[u]:e.push(u),a++}if(s.kind!==void 0&&h.call(s,"kind")){
let o=s.kind;if(typeof o!="string"&&!Array.isArray(o)&&o!==null){let u={instancePath:i+"/policy/"+n+"/kind",schemaPath:"#/properties/policy/\
items/properties/kind/type",keyword:"type",params:{type:x.properties.policy.items.properties.kind.type}};e===null?e=[u]:e.push(u),a++}if(Array.
isArray(o)){let u=o.length;for(let d=0;d<u;d++){let k=o[d];if(typeof k=="string"){if(!mt.test(k)){let y={instancePath:i+"/policy/"+n+"/kind/"+
d,schemaPath:"#/properties/policy/items/properties/kind/items/pattern",keyword:"pattern",params:{pattern:"^[a-z*]+$"}};e===null?e=[y]:e.push(
y),a++}}else{let y={instancePath:i+"/policy/"+n+"/kind/"+d,schemaPath:"#/properties/policy/items/properties/kind/items/type",keyword:"type",
params:{type:"string"}};e===null?e=[y]:e.push(y),a++}}}}if(s.fields!==void 0&&h.call(s,"fields")){let o=s.fields;if(!Array.isArray(o)&&o!==null){
let u={instancePath:i+"/policy/"+n+"/fields",schemaPath:"#/properties/policy/items/properties/fields/type",keyword:"type",params:{type:x.properties.
policy.items.properties.fields.type}};e===null?e=[u]:e.push(u),a++}if(Array.isArray(o)){if(o.length>1e3){let y={instancePath:i+"/policy/"+n+
"/fields",schemaPath:"#/properties/policy/items/properties/fields/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[y]:e.push(y),
a++}let u=o.length;for(let y=0;y<u;y++){let g=o[y];if(typeof g=="string"){if(g.length>60&&f(g)>60){let b={instancePath:i+"/policy/"+n+"/fiel\
ds/"+y,schemaPath:"#/properties/policy/items/properties/fields/items/maxLength",keyword:"maxLength",params:{limit:60}};e===null?e=[b]:e.push(
b),a++}if(!ht.test(g)){let b={instancePath:i+"/policy/"+n+"/fields/"+y,schemaPath:"#/properties/policy/items/properties/fields/items/pattern",
keyword:"pattern",params:{pattern:"^(\\+|-|\\*|[a-z][a-z0-9_-]*)$"}};e===null?e=[b]:e.push(b),a++}}else{let b={instancePath:i+"/policy/"+n+"\
/fields/"+y,schemaPath:"#/properties/policy/items/properties/fields/items/type",keyword:"type",params:{type:"string"}};e===null?e=[b]:e.push(
b),a++}}let d=o.length,k;if(d>1){let y={};for(;d--;){let g=o[d];if(typeof g=="string"){if(typeof y[g]=="number"){k=y[g];let b={instancePath:i+
"/policy/"+n+"/fields",schemaPath:"#/properties/policy/items/properties/fields/uniqueItems",keyword:"uniqueItems",params:{i:d,j:k}};e===null?
e=[b]:e.push(b),a++;break}y[g]=d}}}}}if(s.from!==void 0&&h.call(s,"from")){let o=s.from;if(!Array.isArray(o)&&o!==null){let u={instancePath:i+
"/policy/"+n+"/from",schemaPath:"#/properties/policy/items/properties/from/type",keyword:"type",params:{type:x.properties.policy.items.properties.
from.type}};e===null?e=[u]:e.push(u),a++}if(Array.isArray(o)){if(o.length>1e3){let y={instancePath:i+"/policy/"+n+"/from",schemaPath:"#/prop\
erties/policy/items/properties/from/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[y]:e.push(y),a++}let u=o.length;for(let y=0;y<
u;y++){let g=o[y];if(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boolean"){let b={instancePath:i+"/policy/"+n+"/from/"+
y,schemaPath:"#/properties/policy/items/properties/from/items/type",keyword:"type",params:{type:x.properties.policy.items.properties.from.items.
type}};e===null?e=[b]:e.push(b),a++}if(typeof g=="string"&&g.length>300&&f(g)>300){let b={instancePath:i+"/policy/"+n+"/from/"+y,schemaPath:"\
#/properties/policy/items/properties/from/items/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[b]:e.push(b),a++}}let d=o.length,
k;if(d>1){let y={};for(;d--;){let g=o[d];if(!(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boolean")){if(typeof g=="st\
ring"&&(g+="_"),typeof y[g]=="number"){k=y[g];let b={instancePath:i+"/policy/"+n+"/from",schemaPath:"#/properties/policy/items/properties/fr\
om/uniqueItems",keyword:"uniqueItems",params:{i:d,j:k}};e===null?e=[b]:e.push(b),a++;break}y[g]=d}}}}}if(s.to!==void 0&&h.call(s,"to")){let o=s.
to;if(!Array.isArray(o)&&o!==null){let u={instancePath:i+"/policy/"+n+"/to",schemaPath:"#/properties/policy/items/properties/to/type",keyword:"\
type",params:{type:x.properties.policy.items.properties.to.type}};e===null?e=[u]:e.push(u),a++}if(Array.isArray(o)){if(o.length>1e3){let y={
instancePath:i+"/policy/"+n+"/to",schemaPath:"#/properties/policy/items/properties/to/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?
e=[y]:e.push(y),a++}let u=o.length;for(let y=0;y<u;y++){let g=o[y];if(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boo\
lean"){let b={instancePath:i+"/policy/"+n+"/to/"+y,schemaPath:"#/properties/policy/items/properties/to/items/type",keyword:"type",params:{type:x.
properties.policy.items.properties.to.items.type}};e===null?e=[b]:e.push(b),a++}if(typeof g=="string"&&g.length>300&&f(g)>300){let b={instancePath:i+
"/policy/"+n+"/to/"+y,schemaPath:"#/properties/policy/items/properties/to/items/maxLength",keyword:"maxLength",params:{limit:300}};e===null?
e=[b]:e.push(b),a++}}let d=o.length,k;if(d>1){let y={};for(;d--;){let g=o[d];if(!(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!=
"boolean")){if(typeof g=="string"&&(g+="_"),typeof y[g]=="number"){k=y[g];let b={instancePath:i+"/policy/"+n+"/to",schemaPath:"#/properties/\
policy/items/properties/to/uniqueItems",keyword:"uniqueItems",params:{i:d,j:k}};e===null?e=[b]:e.push(b),a++;break}y[g]=d}}}}}if(s.projects!==
void 0&&h.call(s,"projects")){let o=s.projects;if(!Array.isArray(o)&&o!==null){let u={instancePath:i+"/policy/"+n+"/projects",schemaPath:"#/\
properties/policy/items/properties/projects/type",keyword:"type",params:{type:x.properties.policy.items.properties.projects.type}};e===null?
e=[u]:e.push(u),a++}if(Array.isArray(o)){if(o.length>1e3){let y={instancePath:i+"/policy/"+n+"/projects",schemaPath:"#/properties/policy/ite\
ms/properties/projects/maxItems",keyword:"maxItems",params:{limit:1e3}};e===null?e=[y]:e.push(y),a++}let u=o.length;for(let y=0;y<u;y++){let g=o[y];
if(typeof g=="string"){if(g.length>150&&f(g)>150){let b={instancePath:i+"/policy/"+n+"/projects/"+y,schemaPath:"#/properties/policy/items/pr\
operties/projects/items/maxLength",keyword:"maxLength",params:{limit:150}};e===null?e=[b]:e.push(b),a++}if(!ct.test(g)){let b={instancePath:i+
"/policy/"+n+"/projects/"+y,schemaPath:"#/properties/policy/items/properties/projects/items/pattern",keyword:"pattern",params:{pattern:"^[a-\
z0-9][a-z0-9._/-]*\\*?$|^\\*$"}};e===null?e=[b]:e.push(b),a++}}else{let b={instancePath:i+"/policy/"+n+"/projects/"+y,schemaPath:"#/properti\
es/policy/items/properties/projects/items/type",keyword:"type",params:{type:"string"}};e===null?e=[b]:e.push(b),a++}}let d=o.length,k;if(d>1){
let y={};for(;d--;){let g=o[d];if(typeof g=="string"){if(typeof y[g]=="number"){k=y[g];let b={instancePath:i+"/policy/"+n+"/projects",schemaPath:"\
#/properties/policy/items/properties/projects/uniqueItems",keyword:"uniqueItems",params:{i:d,j:k}};e===null?e=[b]:e.push(b),a++;break}y[g]=d}}}}}
if(s.by!==void 0&&h.call(s,"by")){let o=s.by;if(typeof o!="string"&&o!==null){let u={instancePath:i+"/policy/"+n+"/by",schemaPath:"#/propert\
ies/policy/items/properties/by/type",keyword:"type",params:{type:x.properties.policy.items.properties.by.type}};e===null?e=[u]:e.push(u),a++}
if(typeof o=="string"){if(o.length>110&&f(o)>110){let u={instancePath:i+"/policy/"+n+"/by",schemaPath:"#/properties/policy/items/properties/\
by/maxLength",keyword:"maxLength",params:{limit:110}};e===null?e=[u]:e.push(u),a++}if(!ut.test(o)){let u={instancePath:i+"/policy/"+n+"/by",
schemaPath:"#/properties/policy/items/properties/by/pattern",keyword:"pattern",params:{pattern:"^(anyone|assignee|author|self|maintainer|tea\
m:[a-z0-9][a-z0-9._-]*)$"}};e===null?e=[u]:e.push(u),a++}}}if(s.approval!==void 0&&h.call(s,"approval")){let o=s.approval;if(!(o==="auto"||o===
"review"||o==="deny")){let u={instancePath:i+"/policy/"+n+"/approval",schemaPath:"#/properties/policy/items/properties/approval/enum",keyword:"\
enum",params:{allowedValues:x.properties.policy.items.properties.approval.enum}};e===null?e=[u]:e.push(u),a++}}if(s.reviewers!==void 0&&h.call(
s,"reviewers")){let o=s.reviewers;if(typeof o!="string"&&o!==null){let u={instancePath:i+"/policy/"+n+"/reviewers",schemaPath:"#/properties/\
policy/items/properties/reviewers/type",keyword:"type",params:{type:x.properties.policy.items.properties.reviewers.type}};e===null?e=[u]:e.push(
u),a++}if(typeof o=="string"){if(o.length>110&&f(o)>110){let u={instancePath:i+"/policy/"+n+"/reviewers",schemaPath:"#/properties/policy/ite\
ms/properties/reviewers/maxLength",keyword:"maxLength",params:{limit:110}};e===null?e=[u]:e.push(u),a++}if(!ft.test(o)){let u={instancePath:i+
"/policy/"+n+"/reviewers",schemaPath:"#/properties/policy/items/properties/reviewers/pattern",keyword:"pattern",params:{pattern:"^(maintaine\
rs|team:[a-z0-9][a-z0-9._-]*)$"}};e===null?e=[u]:e.push(u),a++}}}if(s.reason!==void 0&&h.call(s,"reason")){let o=s.reason;if(typeof o!="stri\
ng"&&o!==null){let u={instancePath:i+"/policy/"+n+"/reason",schemaPath:"#/properties/policy/items/properties/reason/type",keyword:"type",params:{
type:x.properties.policy.items.properties.reason.type}};e===null?e=[u]:e.push(u),a++}if(typeof o=="string"){if(o.length>300&&f(o)>300){let u={
instancePath:i+"/policy/"+n+"/reason",schemaPath:"#/properties/policy/items/properties/reason/maxLength",keyword:"maxLength",params:{limit:300}};
e===null?e=[u]:e.push(u),a++}if(o.length<1){let u={instancePath:i+"/policy/"+n+"/reason",schemaPath:"#/properties/policy/items/properties/re\
ason/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[u]:e.push(u),a++}if(!I.test(o)){let u={instancePath:i+"/policy/"+n+"/reaso\
n",schemaPath:"#/properties/policy/items/properties/reason/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};e===null?e=[u]:e.push(u),
a++}}}}else{let o={instancePath:i+"/policy/"+n,schemaPath:"#/properties/policy/items/type",keyword:"type",params:{type:"object"}};e===null?e=
[o]:e.push(o),a++}}}}if(l.intake!==void 0&&h.call(l,"intake")){let m=l.intake;if(!(m&&typeof m=="object"&&!Array.isArray(m))&&m!==null){let r={
instancePath:i+"/intake",schemaPath:"#/properties/intake/type",keyword:"type",params:{type:x.properties.intake.type}};e===null?e=[r]:e.push(
r),a++}if(m&&typeof m=="object"&&!Array.isArray(m)){for(let r of Object.keys(m))if(!(r==="address"||r==="author")){let n={instancePath:i+"/i\
ntake",schemaPath:"#/properties/intake/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:r}};e===null?e=[n]:e.
push(n),a++}if(m.address!==void 0&&h.call(m,"address")){let r=m.address;if(typeof r!="string"&&r!==null){let n={instancePath:i+"/intake/addr\
ess",schemaPath:"#/properties/intake/properties/address/type",keyword:"type",params:{type:x.properties.intake.properties.address.type}};e===
null?e=[n]:e.push(n),a++}if(typeof r=="string"){if(r.length>254&&f(r)>254){let n={instancePath:i+"/intake/address",schemaPath:"#/properties/\
intake/properties/address/maxLength",keyword:"maxLength",params:{limit:254}};e===null?e=[n]:e.push(n),a++}if(!de.test(r)){let n={instancePath:i+
"/intake/address",schemaPath:"#/properties/intake/properties/address/pattern",keyword:"pattern",params:{pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}};
e===null?e=[n]:e.push(n),a++}}}if(m.author!==void 0&&h.call(m,"author")){let r=m.author;if(typeof r!="string"&&r!==null){let n={instancePath:i+
"/intake/author",schemaPath:"#/properties/intake/properties/author/type",keyword:"type",params:{type:x.properties.intake.properties.author.type}};
e===null?e=[n]:e.push(n),a++}if(typeof r=="string"){if(r.length>100&&f(r)>100){let n={instancePath:i+"/intake/author",schemaPath:"#/properti\
es/intake/properties/author/maxLength",keyword:"maxLength",params:{limit:100}};e===null?e=[n]:e.push(n),a++}if(!q.test(r)){let n={instancePath:i+
"/intake/author",schemaPath:"#/properties/intake/properties/author/pattern",keyword:"pattern",params:{pattern:"^[a-z0-9][a-z0-9._-]*$"}};e===
null?e=[n]:e.push(n),a++}}}}}if(l.public!==void 0&&h.call(l,"public")){let m=l.public;if(typeof m!="string"&&m!==null){let r={instancePath:i+
"/public",schemaPath:"#/properties/public/type",keyword:"type",params:{type:x.properties.public.type}};e===null?e=[r]:e.push(r),a++}if(typeof m==
"string"){if(m.length>2e3&&f(m)>2e3){let r={instancePath:i+"/public",schemaPath:"#/properties/public/maxLength",keyword:"maxLength",params:{
limit:2e3}};e===null?e=[r]:e.push(r),a++}if(!M.test(m)){let r={instancePath:i+"/public",schemaPath:"#/properties/public/pattern",keyword:"pa\
ttern",params:{pattern:'^https?://[^\\s<>"]+$'}};e===null?e=[r]:e.push(r),a++}}}if(l.restricted!==void 0&&h.call(l,"restricted")){let m=l.restricted;
if(typeof m!="string"&&m!==null){let r={instancePath:i+"/restricted",schemaPath:"#/properties/restricted/type",keyword:"type",params:{type:x.
properties.restricted.type}};e===null?e=[r]:e.push(r),a++}if(typeof m=="string"){if(m.length>300&&f(m)>300){let r={instancePath:i+"/restrict\
ed",schemaPath:"#/properties/restricted/maxLength",keyword:"maxLength",params:{limit:300}};e===null?e=[r]:e.push(r),a++}if(m.length<1){let r={
instancePath:i+"/restricted",schemaPath:"#/properties/restricted/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[r]:e.push(r),a++}
if(!I.test(m)){let r={instancePath:i+"/restricted",schemaPath:"#/properties/restricted/pattern",keyword:"pattern",params:{pattern:"^[^\\n]*$"}};
e===null?e=[r]:e.push(r),a++}}}}else{let m={instancePath:i,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[m]:e.push(
m),a++}return re.errors=e,a===0}re.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var kt={affects:Be,board:Ge,comment:He,group:Ke,list:Qe,
milestone:We,person:Xe,project:et,story:tt,task:it,team:at,template:pt,tracker:nt};export{Be as affects,Ge as board,kt as check,He as comment,Ke as group,Qe as list,We as milestone,Xe as person,et as project,tt as story,it as task,
at as team,pt as template,nt as tracker};
