import './guard';
import './policy';
import '../styles/index.css';
import { mount } from 'svelte';
import App from './App.svelte';

// A document that comes back from the engine's memory showed records once: it starts anew, and finds itself locked.
addEventListener('pageshow', (event) => event.persisted && location.reload());

mount(App, { target: document.getElementById('app') ?? document.body });
